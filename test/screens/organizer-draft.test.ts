import { describe, expect, test } from 'vitest';
import { differenceLines } from '../../client/organizer/file/difference-lines.ts';
import {
  carriedBy,
  type Draft,
  draftSchema,
  edited,
  indexOf,
  withNewSession,
  withoutSession,
  withZone,
} from '../../client/organizer/programme/draft.ts';
import { lostEdits, rebased } from '../../client/organizer/programme/rebase.ts';
import { fileOf } from '../../server/programme/file/file-of.ts';
import { importEvent } from '../../server/programme/read/import-event.ts';

const text = `
backrow: 1
slug: day
title: A day
timezone: Europe/Berlin
policy: {autorun: true}
sessions:
  - {id: one, kind: talk, title: One, start: 2026-04-26 09:00, minutes: 40, qa: 10, speakers: [{name: Ada}]}
  - {id: coffee, kind: break, title: Coffee, start: 2026-04-26 09:40, minutes: 20}
  - {id: two, kind: talk, title: Two, start: 2026-04-26 10:00, minutes: 30}
  - {id: lunch, kind: break, title: Lunch, start: 2026-04-26 12:00, minutes: 60, fixed: true}
  - {id: three, kind: talk, title: Three, start: 2026-04-26 13:00, minutes: 30}
  - {id: other-day, kind: talk, title: Other day, start: 2026-04-27 09:00, minutes: 30}
`;

function draft(): Draft {
  const made = importEvent(text);
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  return draftSchema.parse(JSON.parse(JSON.stringify(fileOf(made.programme))));
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('There is nothing here');
  return value;
}

const starts = ({ sessions }: Draft) =>
  Object.fromEntries(sessions.map(({ id, start }) => [id, start.slice(8, 16)]));

describe('an edit of a session', () => {
  test('[X21] carries what stands right behind it, up to the next fixed session', () => {
    expect(starts(edited(draft(), 0, { minutes: 50 }, 'behind'))).toEqual({
      one: '26 09:00',
      coffee: '26 09:50',
      two: '26 10:10',
      lunch: '26 12:00',
      three: '26 13:00',
      'other-day': '27 09:00',
    });
    expect(starts(edited(draft(), 0, { start: '2026-04-26 08:30' }, 'behind'))).toMatchObject({
      coffee: '26 09:10',
      two: '26 09:30',
    });
    const first = draft().sessions[0];
    expect(first && carriedBy({ ...draft(), sessions: [first] }, first, 'behind').size).toBe(0);
  });

  test('[X21] carries nothing over a pause, past something fixed, or into another room or day', () => {
    const day = draft();
    const [one, coffee, two, lunch, three] = day.sessions;
    if (!one || !coffee || !two || !lunch || !three) throw new Error('The day has five sessions');
    expect([...carriedBy(day, one, 'behind')].map(({ id }) => id)).toEqual(['coffee', 'two']);
    expect([...carriedBy(day, two, 'behind')]).toEqual([]);
    expect([...carriedBy(day, lunch, 'behind')].map(({ id }) => id)).toEqual(['three']);
    const paused = edited(day, 0, { minutes: 30 }, 'none');
    expect(carriedBy(paused, paused.sessions[0] ?? one, 'behind').size).toBe(0);
    const elsewhere = { ...day, rooms: [...(day.rooms ?? []), { id: 'annex', name: 'Annex' }] };
    expect(starts(edited(elsewhere, 0, { room: 'annex', minutes: 50 }, 'behind'))).toEqual(starts(day));
    expect(starts(edited(day, 0, { start: '2026-04-27 07:00' }, 'behind'))).toEqual({
      ...starts(day),
      one: '27 07:00',
    });
  });

  test('[X21] does not carry what is for everybody along with one room', () => {
    const day = draft();
    const sessions = day.sessions.map(({ room, ...each }) =>
      each.id === 'coffee' ? each : { ...each, room },
    );
    const several = { ...day, sessions, rooms: [...(day.rooms ?? []), { id: 'annex', name: 'Annex' }] };
    const parsed = draftSchema.parse(JSON.parse(JSON.stringify(several)));
    expect(starts(edited(parsed, 0, { minutes: 30 }, 'behind'))).toEqual(starts(day));
  });

  test('[X21] a session that goes to another date is not of the day that was said of it', () => {
    const late = { ...draft(), sessions: draft().sessions.map((each) => ({ ...each, day: '2026-04-25' })) };
    const [first] = draft().sessions;
    const date = `2026-05-01${first?.start.slice(10)}`;
    expect(edited(late, 0, { start: date }, 'behind').sessions[0]).not.toHaveProperty('day');
    expect(edited(late, 0, { title: 'Uno' }, 'behind').sessions[0]).toMatchObject({ day: '2026-04-25' });
    expect(edited(late, 0, { start: date }, 'behind').sessions[1]).toMatchObject({ day: '2026-04-25' });
  });

  test('[X20] carries by lengths of time, also in the night in which clocks change', () => {
    const night = {
      ...draft(),
      timezone: 'America/Los_Angeles',
      sessions: [
        {
          id: 'a',
          kind: 'social' as const,
          title: 'A',
          start: '2027-11-07 00:30',
          minutes: 30,
          room: 'main',
        },
        {
          id: 'b',
          kind: 'social' as const,
          title: 'B',
          start: '2027-11-07 01:00',
          minutes: 120,
          room: 'main',
        },
        {
          id: 'c',
          kind: 'social' as const,
          title: 'C',
          start: '2027-11-07 02:00',
          minutes: 30,
          room: 'main',
        },
      ],
    };
    expect(starts(edited(night, 0, { minutes: 60 }, 'behind'))).toEqual({
      a: '07 00:30',
      b: '07 01:30',
      c: '07 02:30',
    });
    expect(withNewSession(night, 'New').sessions.at(-1)?.start).toBe('2027-11-07 02:30');
    const later = edited(night, 0, { minutes: 90 }, 'behind');
    expect(later.sessions.map(({ start }) => start.slice(11))).toEqual(['00:30', '01:00-08:00', '03:00']);
    const short = { ...night, sessions: night.sessions.slice(0, 2) };
    const [, second] = edited(short, 1, { minutes: 60 }, 'behind').sessions;
    expect(withNewSession({ ...short, sessions: second ? [second] : [] }, 'New').sessions[1]?.start).toBe(
      '2027-11-07 01:00-08:00',
    );
  });

  test('[F7] in another zone the clocks read the same, and no start has an offset of the zone before', () => {
    const base = draft();
    const [one] = base.sessions;
    const night = { ...base, sessions: [{ ...must(one), start: '2026-10-25 02:30+01:00' }] };
    expect(withZone(night, 'Asia/Tokyo')).toMatchObject({
      timezone: 'Asia/Tokyo',
      sessions: [{ start: '2026-10-25 02:30' }],
    });
  });

  test('moves nothing else where it is not to', () => {
    const after = edited(draft(), 0, { minutes: 30, title: 'Uno' }, 'none');
    expect(starts(after)).toEqual(starts(draft()));
    expect(after.sessions[0]).toMatchObject({ title: 'Uno', minutes: 30, qa: 10 });
  });

  test('takes a field out, and keeps every field that this page does not know', () => {
    const before = draft();
    const after = edited(before, 0, { qa: undefined }, 'behind');
    expect(after.sessions[0]).not.toHaveProperty('qa');
    expect(after).toMatchObject({ slug: 'day', policy: { autorun: true } });
  });

  test('adds a session after the last, and takes one away', () => {
    expect(withNewSession(draft(), 'New').sessions.at(-1)).toMatchObject({
      title: 'New',
      start: '2026-04-27 09:30',
      minutes: 30,
    });
    expect(withoutSession(draft(), 1).sessions.map(({ id }) => id)).not.toContain('coffee');
  });

  test('survives what somebody else changed meanwhile', () => {
    const base = draft();
    const mine = withoutSession(edited(base, 0, { title: 'Mine' }, 'none'), 2);
    const theirs = {
      ...edited(edited(base, 0, { title: 'Theirs' }, 'none'), 1, { title: 'Tea' }, 'none'),
      title: 'Their day',
    };
    const both = rebased(mine, base, theirs);
    expect([both.title, ...both.sessions.map(({ title }) => title)]).toEqual([
      'Their day',
      'Mine',
      'Tea',
      'Lunch',
      'Three',
      'Other day',
    ]);
  });

  test('[X12] what I changed of a session stays, and what somebody else changed of the same one holds', () => {
    const base = draft();
    const mine = edited(base, 0, { title: 'Mine', qa: undefined }, 'none');
    const theirs = edited(base, 0, { minutes: 35, abstract: 'Theirs' }, 'none');
    const [one] = rebased(mine, base, theirs).sessions;
    expect(one).toMatchObject({ title: 'Mine', minutes: 35, abstract: 'Theirs' });
    expect(one).not.toHaveProperty('qa');
  });

  test('[X12] what I changed of a session that somebody else took out is named; what I did not, is not', () => {
    const base = draft();
    const mine = edited(base, 0, { title: 'Mine' }, 'none');
    const theirs = withoutSession(withoutSession(base, 2), 0);
    expect(lostEdits(mine, base, theirs)).toEqual(['Mine']);
    expect(lostEdits(base, base, theirs)).toEqual([]);
  });

  test('[X12] a new session is called the same, whatever somebody else adds or takes out', () => {
    const base = draft();
    const mine = withNewSession(withNewSession(base, 'First new'), 'Second new');
    const theirs = { ...base, sessions: [...base.sessions, { ...must(base.sessions[0]), id: 'theirs' }] };
    for (const now of [theirs, withoutSession(base, 1)]) {
      const after = rebased(mine, base, now);
      expect(after.sessions[indexOf(after, 'new 1')]?.title).toBe('Second new');
      expect(after.sessions[indexOf(after, 'three')]?.title).toBe('Three');
    }
    expect(indexOf(mine, 'gone')).toBe(-1);
    expect(edited(mine, -1, { title: 'Nobody' }, 'behind')).toBe(mine);
  });

  test('a new session waits until it was applied, and is not added again then', () => {
    const base = draft();
    const mine = withNewSession(base, 'New');
    const added = mine.sessions.length;
    expect(rebased(mine, base, base).sessions).toHaveLength(added);
    const applied = {
      ...mine,
      sessions: mine.sessions.map((session) => ({ ...session, id: session.id ?? 'new' })),
    };
    expect(rebased(mine, mine, applied)).toEqual(applied);
  });

  test('gives a file that the server takes', () => {
    const file = JSON.stringify(edited(draft(), 0, { minutes: 50 }, 'behind'));
    expect(importEvent(file)).toMatchObject({ ok: true });
  });
});

test('[X22] what is at the same time from now on is named first', () => {
  const groups = differenceLines(
    {
      changed: [],
      added: [],
      removed: [],
      event: [],
      posters: { added: 0, changed: 0, removed: 0 },
      offAir: [],
      rooms: { added: [], renamed: [], removed: [] },
      clashes: [
        {
          of: 'everybody',
          one: { id: 'talk', title: 'Talk' },
          other: { id: 'lunch', title: 'Lunch' },
          from: '2026-04-26T10:00:00.000Z',
          to: '2026-04-26T10:10:00.000Z',
        },
      ],
    },
    'Europe/Berlin',
  );
  expect(groups).toEqual([
    {
      heading: 'Then at the same time as something for everybody',
      lines: ['Talk and Lunch, Sun 26 Apr 12:00–12:10'],
    },
  ]);
});

test('what would change is said in words, on the event’s clock', () => {
  const groups = differenceLines(
    {
      changed: [
        {
          id: 'one',
          title: 'One',
          fields: [
            { field: 'end', before: '2026-04-26T07:40:00.000Z', after: '2026-04-26T07:50:00.000Z' },
            { field: 'fixed', before: false, after: true },
            { field: 'speakers', before: [{ name: 'Ada' }], after: [{ name: 'Grace' }] },
            { field: 'abstract', before: null, after: 'x'.repeat(100) },
          ],
        },
      ],
      added: [],
      removed: [
        { id: 'two', title: 'Two', start: '2026-04-26T08:00:00.000Z', questions: 2, displays: 1, links: 2 },
      ],
      event: [],
      posters: { added: 0, changed: 0, removed: 0 },
      offAir: [],
      rooms: {
        added: [],
        renamed: [{ id: 'hall', before: 'Hall', after: 'Great Hall' }],
        removed: [{ id: 'lab', name: 'Lab', displays: 2, links: 0 }],
      },
    },
    'Europe/Berlin',
  );
  expect(groups).toEqual([
    {
      heading: 'Rooms',
      lines: [
        'Hall → Great Hall: the same room; its screens and links stay',
        'Lab is removed: 2 screens and no link lose their room',
      ],
    },
    {
      heading: 'One session changes',
      lines: [
        'One · End: Sun 26 Apr 09:40 → Sun 26 Apr 09:50; Fixed: no → yes; Speakers: Ada → Grace; Abstract changes',
      ],
    },
    {
      heading: 'One session is removed',
      lines: [
        'Two, Sun 26 Apr 10:00; its 2 questions stay, unassigned; 1 screen and 2 links are left behind',
      ],
    },
  ]);
});
