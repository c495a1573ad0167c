import { expect, test } from 'vitest';
import { viewSchema } from '../../shared/views/view.ts';
import { openWorld, type World } from '../world/world.ts';

/** The organizer applies the event as it is with something else in it. */
async function apply(world: World, token: string, more: object): Promise<number> {
  const { body } = await world.at('/programme', { token });
  const { file }: { file: object } = JSON.parse(JSON.stringify(body));
  const response = await fetch(`${world.origin}/api/events/${world.slug}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...file, ...more }),
  });
  return response.status;
}

test('[F15] an organizer sets a passcode and takes it away while the event is open; nobody reads it', async () => {
  const world = await openWorld();
  const { token } = (await world.joinAs('organizer')).seat;
  const join = async (passcode?: string) =>
    (await world.at('/join', { body: { attendance: 'remote', ...(passcode && { passcode }) } })).status;
  const door = async () => {
    const { body } = await world.at('/view', { token });
    expect(JSON.stringify(body)).not.toMatch(/sesame|scrypt/);
    return viewSchema.parse(JSON.parse(JSON.stringify(body)).view).event?.door;
  };
  expect([await join(), await door()]).toEqual([201, 'open']);
  expect(await apply(world, token, { passcode: 'open sesame' })).toBe(200);
  expect([await join(), await join('open sesame'), await door()]).toEqual([403, 201, 'passcode']);
  // What is read and applied again leaves it, since no file holds it.
  expect(await apply(world, token, { venue: 'Elsewhere' })).toBe(200);
  expect([await join(), await door()]).toEqual([403, 'passcode']);
  const { body } = await world.at('/programme', { token });
  expect(JSON.stringify(body)).not.toMatch(/sesame|scrypt|passcode/);
  expect(await apply(world, token, { passcode: false })).toBe(200);
  expect([await join(), await door()]).toEqual([201, 'open']);
});
