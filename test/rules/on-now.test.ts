import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commandOf } from '../../server/http/desk-keys.ts';
import {
  inOrder,
  onNow,
  type Standing,
  sessionAsked,
  sessionOf,
  whereWeAre,
} from '../../shared/rundown/on-now.ts';
import { sessionAtRoom } from '../../shared/views/at-room.ts';
import { attendeeLens } from '../../shared/views/attendee.ts';
import { contextOf, nobodyAround } from '../../shared/views/context.ts';
import { commonView } from '../../shared/views/lens.ts';
import { sessionViewSchema } from '../../shared/views/view.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';

type Row = Standing & { questions: 'open' | 'lastCall' | 'closed' };

const on = (id: string, minute: number, status: Row['status'], changes: Partial<Row> = {}): Row => {
  const plannedStart = new Date(Date.UTC(2026, 3, 26, 9, minute)).toISOString();
  return {
    ...{ id, status, plannedStart, expectedStart: plannedStart, room: 'main', kind: 'talk', passed: false },
    questions: status === 'upcoming' || status === 'onAir' ? 'open' : 'closed',
    ...changes,
  };
};
const ids = (rows: readonly Standing[]) => rows.map(({ id }) => id);

describe('[T43] what is on now is one answer for every page, key and link', () => {
  const talk = on('talk', 0, 'ended');
  const lunch = on('lunch', 30, 'onAir', { kind: 'break', questions: 'closed' });
  const fixed = on('fixed', 60, 'upcoming');

  test('in a lunch it is the lunch, and what comes after it is next', () => {
    expect(whereWeAre([talk, lunch, fixed])).toMatchObject({ now: { id: 'lunch' }, next: { id: 'fixed' } });
    expect(onNow([talk, lunch, fixed])).toMatchObject({ now: [{ id: 'lunch' }], next: { id: 'fixed' } });
    expect(sessionOf([talk, lunch, fixed])?.id).toBe('lunch');
  });

  test('questions are then about what comes, or what has just ended while they are taken', () => {
    expect(sessionAsked([talk, lunch, fixed])?.id).toBe('fixed');
    expect(sessionAsked([{ ...talk, questions: 'lastCall' }, lunch, fixed])?.id).toBe('talk');
    expect(sessionAsked([talk, on('next', 30, 'onAir'), fixed])?.id).toBe('next');
    expect(sessionAsked([talk])?.id).toBe('talk');
    expect(sessionAsked([lunch])).toBeNull();
  });

  test('the room’s own comes before everybody’s, the latest begun first', () => {
    const registration = on('registration', 0, 'onAir', { room: null, kind: 'social' });
    const rows = [registration, on('a', 10, 'onAir'), on('b', 20, 'onAir')];
    expect(whereWeAre(rows).now?.id).toBe('b');
    expect(whereWeAre([registration]).now?.id).toBe('registration');
    expect(ids(onNow(rows).now)).toEqual(['registration', 'a', 'b']);
  });

  test('what is due comes before what is not, and what was passed over never', () => {
    const rows = [on('passed', 0, 'due', { passed: true }), fixed, on('due', 70, 'due')];
    expect(whereWeAre(rows)).toMatchObject({ now: null, next: { id: 'due' } });
    expect(onNow(rows)).toMatchObject({ now: [{ id: 'due' }], next: { id: 'fixed' } });
  });

  test('sessions stand in the order in which they are expected, alike ones by their ids', () => {
    const late = on('late', 0, 'upcoming', { expectedStart: '2026-04-26T11:00:00.000Z' });
    const rows = [
      late,
      on('z', 5, 'upcoming'),
      on('a', 5, 'upcoming'),
      on('other', 1, 'upcoming', { room: 'x' }),
    ];
    expect(ids(inOrder(rows, 'main'))).toEqual(['a', 'z', 'late']);
    expect(ids(inOrder(rows, null))).toEqual(['other', 'a', 'z', 'late']);
  });

  test('a lectern is at the session that everybody’s programme says', () => {
    const day = given({ autorun: true });
    for (const time of [
      '07:30',
      '08:20',
      '09:05',
      '10:00',
      '10:45',
      '11:30',
      '12:30',
      '14:00',
      '15:00',
      '22:00',
    ]) {
      day.until(at(time));
      const context = contextOf(day.state, nobodyAround);
      const told = z
        .record(z.string(), sessionViewSchema)
        .parse(commonView(attendeeLens, context)['sessions']);
      for (const room of day.state.tables.rooms.keys()) {
        const expected = sessionOf(inOrder(Object.values(told), room))?.id;
        expect([time, room, sessionAtRoom(context, room)?.id]).toEqual([time, room, expected]);
      }
    }
  });

  test('a key of hardware takes from the Up next that the desk looks at, also in a break', () => {
    const day = given({ autorun: true });
    const question = day.ask('ann', 'In a moment?', { session: 'talk-2' });
    day.when('mod', 'question.approve', { question });
    day.when('mod', 'question.shortlist', { question, position: 1 });
    const coffee = day.state.tables.sessions.get('coffee');
    day.until((coffee?.start ?? 0) + 5 * 60_000);
    expect(day.state.tables.sessions.get('coffee')).toMatchObject({ endedAt: null, assumed: true });
    expect(commandOf(day.state, 'take-next', { room: 'main' }, day.state.at)).toMatchObject({
      type: 'stage.show',
      show: { kind: 'question', question },
    });
  });
});
