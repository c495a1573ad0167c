import { describe, expect, test } from 'vitest';
import { placesToMove } from '../../client/moderator/actions/question-actions.ts';
import { filtered } from '../../client/moderator/lists/filters.ts';
import { listsOf, rowToGoTo, sameLists, upNextOf } from '../../client/moderator/lists/lists.ts';
import { heardIn, suggestNext } from '../../client/moderator/lists/suggestion.ts';
import { openReports } from '../../client/moderator/panels/reports-panel.tsx';
import { scenesFor, showOf } from '../../client/moderator/screen/scenes.ts';
import { homeOf } from '../../shared/rundown/home.ts';
import { isFlagged, noFilters } from '../../shared/views/search.ts';
import { morningFixture, questionFixture } from './fixture-views.ts';

describe('search and filters', () => {
  const questions = [
    questionFixture('a', { n: 1, text: 'Does the Schrödinger bridge scale?', attendance: 'remote' }),
    questionFixture('b', { n: 12, text: 'Why so few seeds?', labels: ['method'], attendance: 'inRoom' }),
    questionFixture('c', { n: 21, text: 'bridge tolls', attendance: 'inRoom', reports: 1 }),
  ];
  const found = (changes: Partial<typeof noFilters>) =>
    filtered(questions, { ...noFilters, ...changes }).map(({ id }) => id);

  test('find all words, whatever their case and accents', () => {
    expect(found({ words: 'BRIDGE' })).toEqual(['a', 'c']);
    expect(found({ words: 'schrodinger scale' })).toEqual(['a']);
    expect(found({ words: 'nothing such' })).toEqual([]);
  });

  test('are left for the row one was at, else for the first that was found', () => {
    const lists = { waiting: [], live: ['a', 'c'], answered: ['b'], kept: [], notTaken: [] };
    expect(rowToGoTo(lists, { list: 'live', id: 'c' })).toEqual({ list: 'live', id: 'c' });
    expect(rowToGoTo(lists, { list: 'answered', id: 'gone' })).toEqual({ list: 'answered', id: 'b' });
    expect(rowToGoTo(lists, { list: 'waiting', id: null })).toEqual({ list: 'live', id: 'a' });
    expect(rowToGoTo({ ...lists, live: [], answered: [] }, { list: 'live', id: 'a' })).toBeNull();
  });

  test('find a number that somebody says aloud, and a label', () => {
    expect(found({ words: '12' })).toEqual(['b']);
    expect(found({ words: '#1' })).toEqual(['a']);
    expect(found({ words: 'method' })).toEqual(['b']);
  });

  test('narrow to the room, a label, and what was flagged', () => {
    expect(found({ attendance: 'inRoom' })).toEqual(['b', 'c']);
    expect(found({ label: 'method' })).toEqual(['b']);
    expect(found({ flagged: true })).toEqual(['c']);
  });

  test('flags what was reported, marked, or asked by somebody banned, and nothing else', () => {
    expect(isFlagged(questionFixture('q', {}))).toBe(false);
    for (const why of [{ reports: 1 }, { hint: 'maybe' as const }, { banned: true }])
      expect(isFlagged(questionFixture('q', why))).toBe(true);
  });
});

describe('homes', () => {
  const kept = questionFixture('k', {
    session: 'talk-1',
    status: 'kept',
    keptFor: { for: 'panel', session: 'panel', poster: null },
    upNext: 1,
  });

  test('[Q31] what is kept for the panel is up next there, and found at both', () => {
    expect(homeOf(kept)).toEqual({ session: 'panel', poster: null });
    expect(upNextOf([kept], 'panel')).toEqual([kept]);
    expect(upNextOf([kept], 'talk-1')).toEqual([]);
    expect(listsOf([kept], { session: 'panel' }).kept).toEqual(['k']);
    expect(listsOf([kept], { session: 'talk-1' }).kept).toEqual(['k']);
    expect(listsOf([kept], { session: 'talk-2' }).kept).toEqual([]);
  });

  test('what was taken off the screen unanswered comes first in the list again', () => {
    const questions = [
      questionFixture('most', { upvotes: 30 }),
      questionFixture('screened', {
        upvotes: 1,
        screened: { until: '2026-04-26T09:00:00.000Z', seconds: 48 },
      }),
    ];
    expect(listsOf(questions, 'all').live).toEqual(['screened', 'most']);
    expect(listsOf(questions, 'all', { live: 'supported' }).live).toEqual(['most', 'screened']);
  });
});

describe('the suggested next', () => {
  const room = questionFixture('room', { attendance: 'inRoom', asker: 'r', upvotes: 20 });
  const remote = questionFixture('remote', { attendance: 'remote', asker: 'm', upvotes: 3 });
  const none = new Set<string>();

  test('is of the audience with fewer taken, and says so', () => {
    const suggestion = suggestNext([room, remote], { inRoom: 3, remote: 1 }, none, none);
    expect(suggestion).toMatchObject({
      question: { id: 'remote' },
      behind: { attendance: 'remote', taken: 1, of: 4 },
    });
  });

  test('where both are even, is of somebody never heard, else the first in the list', () => {
    expect(suggestNext([room, remote], { inRoom: 2, remote: 2 }, none, new Set(['r']))).toMatchObject({
      question: { id: 'remote' },
      behind: null,
      first: true,
    });
    const all = new Set(['r', 'm']);
    expect(suggestNext([room, remote], { inRoom: 2, remote: 2 }, none, all)?.question.id).toBe('room');
  });

  test('takes nobody twice in a session while somebody else is left', () => {
    const heard = new Set(['m']);
    expect(suggestNext([room, remote], { inRoom: 3, remote: 1 }, heard, heard)?.question.id).toBe('room');
    expect(suggestNext([remote], { inRoom: 3, remote: 1 }, heard, heard)?.question.id).toBe('remote');
    expect(suggestNext([], { inRoom: 0, remote: 0 }, none, none)).toBeNull();
  });

  test('counts as heard whoever was taken, or is on screen now; an undone Show is none [V25]', () => {
    const heard = heardIn(
      [
        questionFixture('a', { asker: 'x', status: 'answered', taken: true }),
        questionFixture('b', { asker: 'y', screened: { until: '2026-04-26T09:00:00.000Z', seconds: 5 } }),
        questionFixture('c', { asker: 'z' }),
        questionFixture('d', { asker: 'now' }),
      ],
      'd',
    );
    expect([...heard]).toEqual(['x', 'now']);
  });
});

describe('scenes', () => {
  test('are offered only where the programme has what they show', () => {
    const sessions = morningFixture();
    const without = Object.fromEntries(
      Object.entries(sessions).filter(([, { kind }]) => kind !== 'panel' && kind !== 'posters'),
    );
    expect(scenesFor({ sessions: without })).not.toContain('panel');
    expect(scenesFor({ sessions: without })).not.toContain('posters');
    const [first] = Object.values(sessions);
    expect(scenesFor({ sessions: { p: { ...first!, kind: 'panel' } } })).toContain('panel');
  });

  test('say what the stage is told; a message without words is none', () => {
    expect(showOf({ scene: 'panel', text: '' })).toEqual({ kind: 'scene', scene: 'panel' });
    expect(showOf({ scene: 'join', text: '' })).toEqual({ kind: 'join' });
    expect(showOf({ scene: 'message', text: ' Lunch ' })).toEqual({ kind: 'message', text: 'Lunch' });
    expect(showOf({ scene: 'message', text: '  ' })).toBeNull();
  });
});

test('a question can be moved to every talk and part, and to no break', () => {
  const [talk] = Object.values(morningFixture());
  const places = placesToMove([
    { ...talk!, id: 't', title: 'Talk', kind: 'talk', parts: [] },
    { ...talk!, id: 'b', title: 'Coffee', kind: 'break' },
    {
      ...talk!,
      id: 's',
      title: 'Spotlights',
      kind: 'spotlights',
      parts: [{ ...talk!, id: 'one', title: 'One', speakers: [] }],
    },
  ]);
  expect(places).toEqual([
    { session: 't', part: null, title: 'Talk' },
    { session: 's', part: null, title: 'Spotlights' },
    { session: 's', part: 'one', title: 'Spotlights: One' },
  ]);
});

test('open reports are listed by question, the oldest first, and settled ones are not', () => {
  const report = (id: string, question: string, at: string, resolved = false) => ({
    ...{ id, question, at, resolved },
    why: 'rude',
  });
  const open = openReports([
    report('3', 'b', '2026-04-26T09:02:00.000Z'),
    report('1', 'a', '2026-04-26T09:01:00.000Z'),
    report('2', 'b', '2026-04-26T09:00:00.000Z'),
    report('4', 'c', '2026-04-26T08:00:00.000Z', true),
  ]);
  expect(open.map(({ question, reports }) => [question, reports.map(({ id }) => id)])).toEqual([
    ['b', ['2', '3']],
    ['a', ['1']],
  ]);
});

test('a list that did not change is the very one it was, so that nothing is worked out of it again', () => {
  const questions = [questionFixture('a', { upvotes: 3 }), questionFixture('b', { upvotes: 2 })];
  const before = listsOf(questions, 'all');
  const voted = sameLists(before, listsOf([questionFixture('a', { upvotes: 4 }), questions[1]!], 'all'));
  expect(voted.live).toBe(before.live);
  const turned = sameLists(before, listsOf([questions[0]!, questionFixture('b', { upvotes: 9 })], 'all'));
  expect(turned.live).toEqual(['b', 'a']);
  expect(turned.waiting).toBe(before.waiting);
});
