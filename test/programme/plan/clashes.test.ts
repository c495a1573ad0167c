import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../../server/programme/plan/changes/difference.ts';
import { at, inTwoRooms, session } from '../../world/workshop.ts';

/** Two rooms: a keynote in one, then a talk in each, then lunch for everybody. */
const day = {
  ...inTwoRooms,
  posters: [],
  sessions: [
    session('keynote', 'talk', '09:00', 60),
    session('here', 'talk', '10:00', 60),
    session('there', 'talk', '10:00', 60, { room: 'annex' }),
    session('lunch', 'break', '11:00', 60, { room: null, fixed: true }),
  ],
};

const after = (fields: Record<string, Partial<(typeof day.sessions)[number]>>) => ({
  ...day,
  sessions: day.sessions.map((each) => ({ ...each, ...fields[each.id] })),
});

const clashes = (fields: Parameters<typeof after>[0]) => differenceOf(day, after(fields)).clashes;

describe('[X22] what a programme puts at the same time although it was not', () => {
  test('is named with both, from when to when: in another room, and with what is everybody’s', () => {
    const moved = { keynote: { end: at('10:20') }, here: { start: at('10:20'), end: at('11:20') } };
    expect(clashes(moved)).toMatchObject([
      {
        of: 'everybody',
        one: { id: 'here' },
        other: { id: 'lunch' },
        from: '2026-04-26T11:00:00.000Z',
        to: '2026-04-26T11:20:00.000Z',
      },
      {
        of: 'elsewhere',
        one: { id: 'keynote' },
        other: { id: 'there' },
        from: '2026-04-26T10:00:00.000Z',
        to: '2026-04-26T10:20:00.000Z',
      },
    ]);
  });

  test('is named where a session gets another room, or begins sooner', () => {
    expect(clashes({ lunch: { start: at('10:45') } })?.map(({ one }) => one.id)).toEqual(['here', 'there']);
    expect(
      clashes({ there: { start: at('09:30'), end: at('10:30') } })?.map(({ other }) => other.id),
    ).toEqual(['there']);
  });

  test('is not named where it was so before, takes place no more, or nothing changes', () => {
    expect(clashes({})).toBeUndefined();
    expect(clashes({ keynote: { end: at('10:20'), cancelled: true } })).toBeUndefined();
    expect(clashes({ here: { end: at('10:50') } })).toBeUndefined();
  });
});
