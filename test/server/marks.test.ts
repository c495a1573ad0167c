import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Member } from '../world/member.ts';
import { openWorld } from '../world/world.ts';

/** A world whose file is put back to what it was when it was kept: entries after that are gone, its epoch stays. */
async function rollable() {
  const world = await openWorld({ log: 'file' });
  const file = join(world.dataDir, 'backrow.db');
  const keep = async () => {
    await world.shut();
    copyFileSync(file, join(world.folder, 'kept.db'));
    await world.open();
    world.follow();
  };
  const rollBack = async () => {
    await world.shut();
    copyFileSync(join(world.folder, 'kept.db'), file);
    await world.open();
    world.follow();
  };
  return { world, keep, rollBack };
}

const first = (member: Member) => member.heard.find(({ event }) => event === 'view' || event === 'patch');
const mine = ({ view }: Member) => Object.values(view.questions ?? {}).map(({ text }) => text);

describe('[W80] where a server lost entries and keeps its epoch', () => {
  test('whoever is ahead of it gets a view that replaces all', async () => {
    const { world, keep, rollBack } = await rollable();
    const attendee = await world.joinAs('attendee');
    await attendee.ask('Kept?');
    await keep();
    await attendee.back();
    await attendee.ask('Lost?');
    await attendee.until(() => mine(attendee).length === 2);
    const { seq, epoch } = attendee;
    await rollBack();
    await attendee.back();
    expect(first(attendee)?.event).toBe('view');
    expect(attendee.epoch).toBe(epoch);
    expect(attendee.seq).toBeLessThan(seq);
    expect(mine(attendee)).toEqual(['Kept?']);
  });

  test.each(['/view', '/view?part=common', '/view?part=own'])(
    'over HTTP nothing that was kept of %s is taken as still so, at the same seq',
    async (path) => {
      const { world, keep, rollBack } = await rollable();
      const attendee = await world.joinAs('attendee');
      await attendee.ask('Kept?');
      await keep();
      const get = (headers = {}) => world.at(path, { token: attendee.seat.token, headers });
      await attendee.back();
      await attendee.ask('Lost?');
      const { seq } = world;
      const { etag } = (await get()).headers;
      expect((await get({ 'if-none-match': String(etag) })).status).toBe(304);
      await rollBack();
      await attendee.back();
      await attendee.ask('Another?');
      expect(world.seq).toBe(seq);
      const answer = await get({ 'if-none-match': String(etag) });
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain('Lost?');
    },
  );

  test('so does whoever it has grown past meanwhile; who followed this log goes on by a patch', async () => {
    const { world, keep, rollBack } = await rollable();
    const [one, other] = [await world.joinAs('attendee'), await world.joinAs('attendee')];
    await one.ask('Kept?');
    await keep();
    await one.back();
    await other.back();
    const known = { since: other.seq, epoch: other.epoch, mark: other.mark };
    await one.ask('Lost?');
    await rollBack();
    const busy = await world.joinAs('attendee');
    for (const text of ['New?', 'Newer?', 'Newest?']) await busy.ask(text);
    await one.back();
    expect(first(one)?.event).toBe('view');
    expect(mine(one)).toEqual(['Kept?']);
    await other.back(known);
    expect(first(other)?.event).toBe('patch');
  });

  test('a seq without a mark is taken as of the present log, and what is no mark at all, too', async () => {
    const world = await openWorld();
    const attendee = await world.joinAs('attendee');
    await attendee.ask('Why?');
    const { seq: since, epoch } = attendee;
    for (const mark of [undefined, null, 7, {}]) {
      await attendee.back({ since, epoch, mark });
      expect(first(attendee)?.event).toBe('patch');
    }
    await attendee.back({ since, epoch, mark: 'another' });
    expect(first(attendee)?.event).toBe('view');
  });

  test('operators are told where three people bring a wrong mark, once', async () => {
    const world = await openWorld();
    for (let count = 0; count < 4; count += 1) {
      expect(world.alarms.filter((line) => line.includes('followed entries'))).toHaveLength(
        count < 3 ? 0 : 1,
      );
      const attendee = await world.joinAs('attendee');
      const { seq: since, epoch } = attendee;
      for (let again = 0; again < 3; again += 1) await attendee.back({ since, epoch, mark: 'another' });
    }
    expect(world.alarms.filter((line) => line.includes('followed entries'))).toHaveLength(1);
  });
});

test('[W80] view, patch, outcome, `/view` and its parts carry the mark of their seq, the same for all', async () => {
  const world = await openWorld();
  const [attendee, moderator] = [await world.joinAs('attendee'), await world.joinAs('moderator')];
  const ask = { id: crypto.randomUUID(), type: 'question.ask', session: 'talk-1', text: 'Why?' };
  const outcome = (await attendee.say('command', ask)) as { seq: number; mark?: string };
  await moderator.until(() => moderator.seq >= outcome.seq);
  const marks = await world.running().live.log.marks(0);
  const places: { seq: number; mark?: string | undefined }[] = [outcome];
  for (const member of [attendee, moderator])
    for (const { event, body } of member.heard)
      if (event === 'view' || event === 'patch') places.push(body as { seq: number; mark?: string });
  for (const part of ['', '?part=common', '?part=own']) {
    const { text } = await world.at(`/view${part}`, { token: attendee.seat.token });
    places.push(JSON.parse(text));
  }
  expect(places.length).toBeGreaterThan(6);
  for (const { seq, mark } of places) expect([seq, mark]).toEqual([seq, marks[seq - 1]]);
});

test('[W80] what was acknowledged is there again once its senders have offered it again', async () => {
  const { world, keep, rollBack } = await rollable();
  const attendee = await world.joinAs('attendee');
  await keep();
  await attendee.back();
  const id = crypto.randomUUID();
  const ask = { id, type: 'question.ask', session: 'talk-1', text: 'Lost?' };
  const taken = await attendee.send(ask);
  await rollBack();
  await attendee.back();
  expect(attendee.question(id)).toBeUndefined();
  expect(await attendee.send(ask)).toMatchObject({ ok: true, question: id });
  expect(await attendee.send(ask)).toMatchObject({ ok: true, question: id });
  expect(taken).toMatchObject({ ok: true });
  expect([...world.running().live.state.tables.questions.keys()]).toEqual([id]);
});
