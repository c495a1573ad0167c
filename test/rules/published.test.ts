import { describe, expect, test } from 'vitest';
import { plainState, stateFromText } from '../../shared/state/plain.ts';
import { given } from '../world/given.ts';
import { at } from '../world/workshop.ts';

describe('[T34] what is published of a session', () => {
  const count = (day: ReturnType<typeof given>, id: string) => day.state.revisions.get(id)?.count ?? 0;

  test('is counted when its times change, of whatever moved with it, and of nothing else', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.move', { session: 'talk-1', minutes: 15 });
    expect(['opening', 'talk-1', 'spotlights', 'coffee', 'talk-2'].map((id) => count(day, id))).toEqual([
      0, 1, 1, 1, 0,
    ]);
  });

  test('counts on when it is taken back', () => {
    const day = given({ autorun: false });
    const moved = day.when('mod', 'session.move', { session: 'talk-1', minutes: 15 });
    day.when('mod', 'undo', { seq: moved.ok ? moved.seq : 0 });
    expect(count(day, 'talk-1')).toBe(2);
  });

  test('is not counted while only the crew knows, nor by seconds, nor by questions', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.move', { session: 'talk-2', minutes: 5, tell: false });
    day.when('mod', 'session.start', { session: 'opening' }, { at: at('08:00') + 20_000 });
    day.when('mod', 'session.questions', { session: 'talk-2', mode: 'closed' });
    day.ask('bob', 'Why?');
    expect([count(day, 'talk-2'), count(day, 'opening')]).toEqual([0, 0]);
    day.when('mod', 'programme.tell', {});
    expect(count(day, 'talk-2')).toBe(1);
  });

  test('is counted when it is cancelled', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.cancel', { session: 'talk-3' });
    expect(count(day, 'talk-3')).toBe(1);
  });

  test('is remembered by snapshots', () => {
    const day = given({ autorun: false });
    day.when('mod', 'session.cancel', { session: 'talk-3' });
    const back = stateFromText(JSON.stringify(plainState(day.state)), day.state.model);
    expect(back.revisions).toEqual(day.state.revisions);
  });
});
