import { expect, test } from 'vitest';
import { icbinb2025, icbinb2026 } from '../../../server/programme/demo/samples.ts';
import { programmeOf } from '../event-text.ts';

const schedule = (text: string) =>
  programmeOf(text).programme.sessions.map(({ localStart, title }) => `${localStart.slice(11)} ${title}`);

test('[F17] the 2026 sample has the times and titles of the organisers’ schedule', () => {
  expect(schedule(icbinb2026)).toEqual([
    '08:00 Opening Remarks',
    '08:10 Invited Talk 1',
    '08:50 Invited Talk 2',
    '09:30 Coffee Break',
    '10:00 Spotlight Talks 1, 2 & 3',
    '10:30 Poster Session',
    '11:30 Lunch Break',
    '13:00 Invited Talk 3',
    '13:40 Invited Talk 4',
    '14:20 Spotlight Talks 4, 5 & 6',
    '14:50 Coffee Break',
    '15:20 Invited Talk 5',
    "16:00 Panel Discussion: I Can't Believe It's Not Better: Where Large Language Models Need To Improve",
    '16:55 Closing Remarks',
  ]);
});

test('[F17] the 2025 sample has the times and titles of the organisers’ schedule', () => {
  expect(schedule(icbinb2025)).toEqual([
    '08:15 Opening Remarks',
    '08:30 Invited Talk 1',
    '09:00 Invited Talk 2',
    '09:30 Coffee Break',
    '10:00 Spotlight Talks 1, 2 & 3',
    '10:30 Poster Session',
    '12:00 Lunch Break',
    '13:30 Invited Talk 3',
    '14:00 Invited Talk 4',
    '14:30 Spotlight Talks 4, 5 & 6',
    '15:00 Coffee Break',
    '15:30 Invited Talk 5',
    '16:00 Panel Discussion: Recognizing and Mitigating Challenges of When Applying DL in Real World',
    '16:55 Closing Remarks',
  ]);
});

test.each([
  ['2026', icbinb2026, '2026-04-26T11:50:00.000Z', '2026-04-26T11:00:00.000Z', '2026-04-26T20:00:00.000Z'],
  ['2025', icbinb2025, '2025-04-28T01:00:00.000Z', '2025-04-28T00:15:00.000Z', '2025-04-28T09:00:00.000Z'],
])(
  '[F17] the instants of %s are those of its zone, and the day has no gaps',
  (_year, text, talk2, startsAt, endsAt) => {
    const { programme, warnings } = programmeOf(text);
    expect(warnings).toEqual([]);
    expect(new Date(programme.sessions[2]?.start ?? 0).toISOString()).toBe(talk2);
    expect(new Date(programme.startsAt).toISOString()).toBe(startsAt);
    expect(new Date(programme.endsAt).toISOString()).toBe(endsAt);
    expect(programme.days).toHaveLength(1);
    for (const [index, session] of programme.sessions.entries()) {
      expect(session.start).toBe(programme.sessions[index - 1]?.end ?? session.start);
    }
  },
);

test('[F17] lunch and posters are anchors, breaks can shrink, talks have their Q&A, spotlights their parts', () => {
  const { sessions } = programmeOf(icbinb2026).programme;
  const ids = (fits: (session: (typeof sessions)[number]) => boolean) =>
    sessions.filter(fits).map(({ id }) => id);
  expect(ids(({ fixed }) => fixed)).toEqual(['posters', 'lunch']);
  expect(ids(({ shrinkTo }) => shrinkTo !== null)).toEqual(['coffee-1', 'lunch', 'coffee-2']);
  expect(ids(({ qa }) => qa === 10)).toEqual(['talk-1', 'talk-2', 'talk-3', 'talk-4', 'talk-5']);
  expect(sessions.flatMap(({ parts }) => parts.map(({ title }) => title))).toEqual(
    [1, 2, 3, 4, 5, 6].map((number) => `Spotlight Talk ${number}`),
  );
});

test.each([
  ['2026', icbinb2026],
  ['2025', icbinb2025],
])(
  '[F17] the invited speakers of %s stand in alphabetical order, and every talk says that this is assumed',
  (_year, text) => {
    const talks = programmeOf(text).programme.sessions.filter(({ kind }) => kind === 'talk');
    const surnames = talks.map(({ speakers }) => speakers[0]?.name.split(' ').at(-1) ?? '');
    expect(surnames).toHaveLength(5);
    expect(surnames).toEqual([...surnames].sort());
    for (const { abstract } of talks) expect(abstract).toContain('is an assumption');
  },
);
