import { expect, it } from 'vitest';
import { KeptViews } from '../../server/http/kept-views.ts';
import { openWorld } from '../world/world.ts';
import { crowd } from './crowded.ts';
import { pausesOf, told } from './pauses.ts';

it('[W65] writes views of 10,000 questions in pauses of at most 50 ms', async () => {
  const world = await openWorld({ policy: { moderation: 'after' } });
  const attendee = await world.joinAs('attendee');
  const id = await attendee.ask('The pattern of all?');
  const running = world.running();
  const pattern = running.live.state.tables.questions.get(id);
  if (pattern) crowd(running.live.state, pattern, 10_000);
  // Every question is looked at anew once something else is, as at each start.
  await attendee.ask('And one that everybody hears of?');
  const seat = { role: 'moderator' } as const;
  const viewer = { participant: 'mod', role: 'moderator', name: null, attendance: 'inRoom' } as const;
  running.ticker.views.common(seat);
  const whole = await pausesOf(() => new KeptViews(() => 0).whole(running, seat, viewer));
  console.log(told(`whole view, ${whole.value.length} bytes`, whole));
  expect.soft(whole.longest).toBeLessThanOrEqual(50);
  const common = await pausesOf(async () => new KeptViews(() => 0).common(running, seat).br());
  console.log(told(`common view packed, ${common.value.length} bytes`, common));
  expect.soft(common.longest).toBeLessThanOrEqual(50);
});
