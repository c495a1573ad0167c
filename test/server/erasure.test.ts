import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { run } from '../../server/cli/program.ts';
import { LogUnavailable } from '../../server/log/log.ts';
import { SqliteLog } from '../../server/log/sqlite/event-log.ts';
import { invitedSchema, redeemedSchema } from '../../shared/wire/http.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** Every byte of the files in a world's folder that hold the log. */
const bytesOf = ({ dataDir }: World): string =>
  readdirSync(dataDir)
    .filter((name) => name.startsWith('backrow.db'))
    .map((name) => readFileSync(join(dataDir, name), 'latin1'))
    .join();

/** How often a word of an erased person is left in the files. */
const left = (world: World) => bytesOf(world).split('canary').length - 1;

/** A moderator who wrote a text of every kind that there is, and an organizer who can erase them. */
async function wordyDay(world: World) {
  const organizer = await world.joinAs('organizer');
  const moderator = await world.joinAs('moderator', { name: 'canary name' });
  const ann = await world.joinAs('attendee', { name: 'Ann' });
  const question = await ann.ask('Why?', { anonymous: false });
  const [live, dismissed] = [await ann.ask('How?'), await ann.ask('What?')];
  const write = async (commands: object[]) => {
    for (const command of commands) await moderator.must(command as Parameters<Member['must']>[0]);
  };
  await moderator.must({ type: 'question.approve', question: live });
  await write([
    { type: 'question.label', question, labels: ['canary label'] },
    { type: 'question.dismiss', question: dismissed, why: 'canary why' },
    { type: 'report', question, why: 'canary report' },
    { type: 'announce', text: 'canary announcement', to: 'all' },
    { type: 'session.note', session: 'talk-1', text: 'canary note' },
    { type: 'display.set', display: 'main/wall', name: 'canary wall' },
    { type: 'stage.show', room: 'main', show: { kind: 'message', text: 'canary message' } },
    { type: 'question.answer', question: live, on: true, reply: 'canary reply', publish: true },
    { type: 'question.log', session: 'talk-1', text: 'canary spoken' },
    { type: 'question.ask', session: 'talk-1', text: 'canary question', anonymous: false },
    { type: 'invite.make', role: 'moderator', name: 'canary invite' },
    { type: 'participant.describe', name: 'canary other name' },
  ]);
  return { organizer, moderator, ann, question, live };
}

test('[P2] nothing that an erased person wrote is left in any file, view, audit or export', async () => {
  const world = await openWorld({ log: 'file' });
  const { organizer, moderator, ann } = await wordyDay(world);
  const screen = await world.joinAs('projector');
  const participant = moderator.view.me?.participant ?? '';
  const mentions = (member: Member) => JSON.stringify(member.view).split('canary').length - 1;
  await organizer.until(() => mentions(organizer) >= 10);
  expect(left(world)).toBeGreaterThan(0);
  await organizer.must({ type: 'participant.erase', participant });
  for (const member of [organizer, moderator, ann, screen]) await member.until(() => mentions(member) === 0);
  await expect.poll(() => left(world)).toBe(0);
  for (const path of [
    '/audit?limit=100',
    '/export/questions.json',
    '/export/questions.md',
    '/view?as=organizer',
  ]) {
    const { status, text } = await world.at(path, { token: organizer.seat.token });
    expect([path, status]).toEqual([path, 200]);
    expect(text).not.toContain('canary');
  }
  const again = await world.joinAs('organizer');
  expect(mentions(again)).toBe(0);
  await world.restart();
  expect(left(world)).toBe(0);
  expect(mentions(await world.joinAs('organizer'))).toBe(0);
});

/** Erases the moderator while the log cannot be blanked; `free` takes away what is in the way. */
async function erasedInVain(world: World, inTheWay: () => () => void) {
  const { organizer, moderator } = await wordyDay(world);
  const free = inTheWay();
  await organizer.must({ type: 'participant.erase', participant: moderator.view.me?.participant ?? '' });
  return free;
}

/** `backrow verify` on the folder of a world. */
async function verify({ dataDir }: World) {
  const err: string[] = [];
  const env = { DATA_DIR: dataDir };
  const code = await run(['verify'], {
    env,
    out: () => undefined,
    err: (line) => err.push(line),
    clock: Date.now,
  });
  return { code, err: err.join() };
}

/** A reader of the log's file that keeps old pages in use until it is freed. */
function reading({ dataDir }: World): () => void {
  const reader = new Database(join(dataDir, 'backrow.db'), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM bodies').get();
  return () => {
    reader.exec('COMMIT');
    reader.close();
  };
}

test('[P2] an erasure that a reader of the file keeps from being carried out is tried until it has succeeded', async () => {
  const world = await openWorld({ log: 'file' });
  const free = await erasedInVain(world, () => reading(world));
  // Longer than one try takes: it has failed, and nobody asks again but the server itself.
  await expect.poll(() => world.alarms.join(), { timeout: 10_000 }).toContain('to be forgotten');
  expect(left(world)).toBeGreaterThan(0);
  free();
  await expect.poll(() => left(world), { timeout: 10_000 }).toBe(0);
}, 30_000);

test('[P2] an erasure that was not carried out when the server stopped is carried out at its next start; verify says so', async () => {
  const world = await openWorld({ log: 'file' });
  const forget = vi
    .spyOn(SqliteLog.prototype, 'forget')
    .mockRejectedValue(new LogUnavailable('The disk is full'));
  await erasedInVain(world, () => () => undefined);
  await world.shut();
  forget.mockRestore();
  expect(left(world)).toBeGreaterThan(0);
  const { code, err } = await verify(world);
  expect(code).toBe(1);
  expect(err).toMatch(/\d+ texts of erased people are still kept/);
  // An older copy would bring them back: nobody is sent to one.
  expect(err).not.toContain('restore');
  await world.open();
  await expect.poll(() => left(world)).toBe(0);
  expect(await verify(world)).toMatchObject({ code: 0 });
});

test('[P2] whoever came in by a link with their name takes that name along, from the link as well', async () => {
  const world = await openWorld({ log: 'file' });
  const organizer = await world.joinAs('organizer');
  const made = await world.at('/invites', {
    token: organizer.seat.token,
    body: { role: 'moderator', name: 'canary of the link' },
  });
  const { invite } = invitedSchema.parse(made.body);
  const { token, participant } = redeemedSchema.parse((await world.at('/redeem', { body: { invite } })).body);
  const moderator = await world.connect({ role: 'moderator', token });
  await moderator.must({ type: 'announce', text: 'canary', to: 'all' });
  await organizer.must({ type: 'participant.erase', participant: participant.id });
  await expect.poll(() => left(world), { timeout: 8_000 }).toBe(0);
  for (const path of ['/audit?limit=100', '/view?as=organizer'])
    expect((await world.at(path, { token: organizer.seat.token })).text).not.toContain('canary');
});
