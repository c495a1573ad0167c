import { expect, test } from 'vitest';
import { audienceOf } from '../../server/live/audiences.ts';
import { programmeOf } from '../../server/programme/plan/programme-of.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import type { Show } from '../../shared/stage/show.ts';
import { commonView } from '../../shared/views/lens.ts';
import { viewSchema } from '../../shared/views/view.ts';
import { given } from '../world/given.ts';
import { at, inTwoRooms } from '../world/workshop.ts';
import { contextNow } from './viewing.ts';

type Day = ReturnType<typeof given>;

/** A programme in which the sessions of the annex are in two other rooms. */
const split: Programme = {
  ...inTwoRooms,
  rooms: [
    ...inTwoRooms.rooms.filter(({ id }) => id !== 'annex'),
    { id: 'east', name: 'East', stream: null },
    { id: 'west', name: 'West', stream: null },
  ],
  sessions: inTwoRooms.sessions.map((each) =>
    each.room === 'annex' ? { ...each, room: each.id === 'annex-1' ? 'east' : 'west' } : each,
  ),
};

function wallOf(day: Day, room: string, display = 'annex/wall') {
  const { event: _event, ...view } = viewSchema.parse(
    commonView(audienceOf({ role: 'projector', room, session: undefined, display }).lens, contextNow(day)),
  );
  return view;
}

/** A talk runs in the annex and somebody has asked. */
function running(): { day: Day; question: string } {
  const day = given({ autorun: false, moderation: 'after' }, inTwoRooms);
  day.when('mod', 'session.start', { session: 'annex-1' }, { at: at('08:12') });
  return { day, question: day.ask('ann', 'Why?', { session: 'annex-1' }) };
}

const shows: ((question: string) => Show)[] = [
  () => ({ kind: 'auto' }),
  (question) => ({ kind: 'question', question }),
  () => ({ kind: 'timeline' }),
  () => ({ kind: 'timer' }),
  () => ({ kind: 'message', text: 'Back soon' }),
];

test.each(shows)('[T41] no wall changes its picture because its room goes: %#', (showOf) => {
  const { day, question } = running();
  day.when('mod', 'stage.show', { room: 'annex', show: showOf(question) });
  const before = wallOf(day, 'annex');
  expect(before.sessions?.['annex-1']?.room).toBe('annex');
  expect(day.when('org', 'programme.apply', { programme: split })).toMatchObject({ ok: true });
  expect(wallOf(day, 'annex')).toEqual(before);
  expect(day.state.tables.rooms.get('annex')?.removed).toBe(true);
});

test('[T41] a display that a desk gave to a room that goes stays there until it gets another', () => {
  const { day } = running();
  day.when('mod', 'display.set', { display: '/foyer', room: 'annex' });
  const before = wallOf(day, '', '/foyer');
  day.when('org', 'programme.apply', { programme: split });
  expect(wallOf(day, '', '/foyer')).toEqual(before);
  day.when('mod', 'display.set', { display: '/foyer', room: 'west' });
  const moved = wallOf(day, '', '/foyer');
  expect(moved.room?.id).toBe('west');
  expect([moved.sessions?.['annex-1']?.room, moved.sessions?.['annex-2']?.room]).toEqual(['east', 'west']);
});

test('[T41] a lectern stays at its session, and a room that comes back follows its own', () => {
  const { day } = running();
  day.when('org', 'programme.apply', { programme: split });
  const lectern = audienceOf({ role: 'speaker', room: 'annex', session: undefined });
  expect(viewSchema.parse(commonView(lectern.lens, contextNow(day))).session?.id).toBe('annex-1');
  expect(programmeOf(day.state)?.rooms.map((room) => Object.keys(room))).not.toContain('held');
  day.when('org', 'programme.apply', {
    programme: { ...split, rooms: [...split.rooms, inTwoRooms.rooms[1]!] },
  });
  expect(wallOf(day, 'annex').sessions?.['annex-1']?.room).toBe('east');
});

test('[T41] an undo that takes a room away changes no picture there either', () => {
  const { day } = running();
  const applied = day.when('org', 'programme.apply', { programme: split });
  const before = wallOf(day, 'east');
  expect(before.sessions?.['annex-1']?.room).toBe('east');
  expect(day.when('org', 'undo', { seq: applied.ok ? applied.seq : 0 })).toMatchObject({ ok: true });
  expect(day.state.tables.rooms.get('east')?.removed).toBe(true);
  const after = wallOf(day, 'east');
  expect([after.room, after.stage, after.sessions?.['annex-1']]).toEqual([
    before.room,
    before.stage,
    before.sessions?.['annex-1'],
  ]);
  expect(wallOf(day, 'annex').sessions?.['annex-1']?.room).toBe('annex');
});
