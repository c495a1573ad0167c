import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { openWorld } from '../world/world.ts';

/** A file that somebody begins to send and does not end by itself. */
function begin(url: string, token?: string, more: Record<string, string> = {}) {
  const sent = request(url, {
    method: 'POST',
    headers: { ...more, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
  const answer = new Promise<IncomingMessage>((resolve) => sent.once('response', resolve)).then(
    async (response) => ({ status: response.statusCode, ...Object(await json(response)) }),
  );
  // The server may hang up on a file that it does not want.
  sent.on('error', () => undefined);
  onTestFinished(() => void sent.destroy());
  sent.write('backrow: 1\n');
  return { answer, end: (rest = '') => sent.end(rest) };
}

test('[W84] who may send no file is told before it is sent', async () => {
  const world = await openWorld();
  const [attendee, organizer] = [await world.joinAs('attendee'), await world.joinAs('organizer')];
  const change = `${world.origin}/api/events/${world.slug}/import`;
  for (const url of [`${world.origin}/api/events`, change])
    expect(await begin(url).answer).toMatchObject({ status: 401, reason: 'no-badge' });
  expect(await begin(change, attendee.seat.token).answer).toMatchObject({ status: 403 });
  expect(await begin(`${world.origin}/api/events`, organizer.seat.token).answer).toMatchObject({
    status: 403,
  });
  const endless = { 'content-length': String(50_000_000) };
  expect(await begin(change, organizer.seat.token, endless).answer).toMatchObject({
    status: 413,
    code: 'file-too-large',
  });
});

test('[W84] one person has two files on their way, and a third waits for one of them', async () => {
  const world = await openWorld();
  const [ann, ben] = [await world.joinAs('organizer'), await world.joinAs('organizer')];
  const url = `${world.origin}/api/events/${world.slug}/import?dry=1`;
  const [first, second] = [begin(url, ann.seat.token), begin(url, ann.seat.token)];
  const third = () => {
    const sent = begin(url, ann.seat.token);
    sent.end();
    return sent.answer;
  };
  await expect.poll(third).toMatchObject({ status: 429, reason: 'too-fast', retryAfterMs: 1_000 });
  const other = begin(url, ben.seat.token);
  other.end();
  expect(await other.answer).toMatchObject({ status: 422 });
  first.end();
  expect(await first.answer).toMatchObject({ status: 422 });
  expect(await third()).toMatchObject({ status: 422 });
  second.end();
  await second.answer;
});

test('[W84] [W4] who is revoked while their file is on its way changes nothing with it', async () => {
  const world = await openWorld();
  const [ann, ben] = [await world.joinAs('organizer'), await world.joinAs('organizer')];
  const url = `${world.origin}/api/events/${world.slug}/import`;
  const sent = begin(url, ben.seat.token);
  await ann.must({ type: 'participant.revoke', participant: ben.seat.participant });
  sent.end(`slug: ${world.slug}\ntitle: Mine\ntimezone: UTC\nsessions: []\n`);
  expect(await sent.answer).toMatchObject({ status: 401, reason: 'no-badge' });
  expect(await world.at('/programme', { token: ann.seat.token })).toMatchObject({
    body: { file: { title: 'A small event' } },
  });
});
