import { expect, test } from 'vitest';
import { readOpenreview } from '../../../server/programme/formats/openreview/openreview.ts';
import { found, unreadable } from './found.ts';

const note = (content: Record<string, unknown>, rest: Record<string, unknown> = {}) => ({
  id: 'abc',
  forum: 'abc',
  domain: 'Conf.cc/2026/Workshop/W',
  content: Object.fromEntries(Object.entries(content).map(([field, value]) => [field, { value }])),
  ...rest,
});
const accepted = {
  title: 'Failing well',
  authors: ['Ada Lovelace', 'Alan Turing'],
  authorids: ['~Ada_Lovelace1', 'alan@example.org'],
  abstract: 'We failed.',
  venue: 'Conf 2026 Oral',
  venueid: 'Conf.cc/2026/Workshop/W',
  pdf: '/pdf/1.pdf',
};

test('[F38] accepted papers come with authors, presentation and links', () => {
  const schedule = found(readOpenreview, { notes: [note(accepted)], count: 1 });
  expect(schedule).toMatchObject({ format: 'openreview', title: 'Conf 2026', sessions: [] });
  expect(schedule.papers).toEqual([
    {
      where: 'notes[0]',
      key: 'abc',
      title: 'Failing well',
      authors: ['Ada Lovelace', 'Alan Turing'],
      kind: 'oral',
      abstract: 'We failed.',
      links: [
        { label: 'OpenReview', url: 'https://openreview.net/forum?id=abc' },
        { label: 'PDF', url: 'https://openreview.net/pdf/1.pdf' },
      ],
    },
  ]);
});

test('[F38] how it is presented is read from the venue in any case', () => {
  const venues = ['ICLR 2024 spotlight', 'RegML 2025 Poster', 'ICLR 2023 notable top 5%', 'ICLR 2023'];
  const { papers } = found(
    readOpenreview,
    venues.map((venue) => note({ ...accepted, venue })),
  );
  expect(papers.map(({ kind }) => kind)).toEqual(['spotlight', 'poster', 'oral', null]);
});

test('[F38] withdrawn, rejected, deleted and undecided papers and replies are left out with their reason', () => {
  const status = (suffix: string) => note({ ...accepted, venueid: `Conf.cc/2026/Workshop/W/${suffix}` });
  const { papers, skipped } = found(readOpenreview, {
    notes: [
      status('Rejected_Submission'),
      status('Withdrawn_Submission'),
      status('Desk_Rejected_Submission'),
      status('Submission'),
      note(accepted, { ddate: 1_700_000_000_000 }),
      note(accepted, { id: 'r', replyto: 'abc' }),
      note({ ...accepted, title: undefined }),
      3,
    ],
  });
  expect(papers).toEqual([]);
  expect(skipped.map(({ why }) => why)).toEqual([
    '"Failing well" was rejected',
    '"Failing well" was withdrawn',
    '"Failing well" was desk-rejected',
    '"Failing well" is under review, not accepted',
    '"Failing well" was deleted',
    'a reply, such as a review: no paper',
    'it has no title',
    'it is no group of fields',
  ]);
});

test('[F38] names of authors are never taken from their ids', () => {
  const { papers } = found(readOpenreview, {
    notes: [
      note({ ...accepted, authors: undefined }),
      note({ ...accepted, authors: ['~Ada_Lovelace1', { fullname: 'Grace Hopper' }] }),
    ],
  });
  expect(papers.map(({ authors }) => authors)).toEqual([[], ['Grace Hopper']]);
});

test('[F38] version 1 is read too, with decisions from replies, and a recorded answer around it', () => {
  const plain = (id: string, title: string) => ({
    id,
    forum: id,
    content: { title, authors: ['Ada Lovelace'], pdf: 'https://elsewhere.example/1.pdf' },
  });
  const decision = (forum: string, text: string) => ({
    id: `d${forum}`,
    forum,
    replyto: forum,
    content: { title: 'Decision', decision: text },
  });
  const notes = [
    plain('a', 'In'),
    plain('b', 'Out'),
    decision('a', 'Accept (Poster)'),
    decision('b', 'Reject'),
  ];
  const { papers, skipped } = found(readOpenreview, { response: { status: 200, json: { notes } } });
  expect(papers.map(({ title, kind, links }) => [title, kind, links[1]?.url])).toEqual([
    ['In', 'poster', 'https://elsewhere.example/1.pdf'],
  ]);
  expect(skipped).toHaveLength(3);
});

test('[F30] an answer without notes is refused', () => {
  expect(unreadable(readOpenreview, { name: 'ForbiddenError' })).toEqual([
    '- An OpenReview file holds "notes"; this one does not.',
  ]);
});
