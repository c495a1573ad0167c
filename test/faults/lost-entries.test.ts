// A folder that was put back to an older copy, and a computer whose clock jumps, as people at their screens meet them.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectMine } from '../journeys/looking.ts';
import { People } from '../journeys/people.ts';
import { ServerProcess } from '../journeys/server-process.ts';

describe('[W80] a server whose folder was put back to an older copy', () => {
  const server = new ServerProcess();
  const copy = mkdtempSync(join(tmpdir(), 'backrow-copy-'));
  let people: People | null = null;
  beforeAll(async () => {
    await server.start();
    people = await People.arrive();
  });
  afterAll(async () => {
    await server.remove(people);
    rmSync(copy, { recursive: true, force: true });
  });

  test('has again what was sent and acknowledged since, without a reload', async () => {
    const phone = await people!.withPhone();
    await phone.goto(server.link('Phone'));
    const field = phone.getByRole('textbox', { name: 'Your question', exact: true });
    const ask = async (text: string) => {
      await field.fill(text);
      await phone.getByRole('button', { name: 'Send' }).click();
      await expectMine(phone, text);
      await expect.poll(() => field.inputValue()).toBe('');
    };
    await ask('Is this one in the copy?');
    await server.close();
    cpSync(server.dataDir, copy, { recursive: true });
    await server.start();
    await expect.poll(() => asked(server), { timeout: 20_000 }).toEqual(['Is this one in the copy?']);
    await ask('Is this one lost?');
    await ask('And this one?');
    await expect.poll(() => asked(server)).toHaveLength(3);
    await server.kill();
    rmSync(server.dataDir, { recursive: true });
    cpSync(copy, server.dataDir, { recursive: true });
    await server.start();
    await expect
      .poll(() => asked(server), { timeout: 30_000 })
      .toEqual(['Is this one in the copy?', 'Is this one lost?', 'And this one?']);
    for (const text of ['Is this one lost?', 'And this one?']) await expectMine(phone, text);
  });
});

/** The texts of the questions that this phone asked, as the log of the demo holds them. */
async function asked(server: ServerProcess): Promise<string[]> {
  const { entries } = await server.logged('demo', 0);
  return entries.flatMap(({ type, personal }) =>
    type === 'question.ask'
      ? (personal?.bodies ?? []).map(({ text }) => text).filter((text) => / this one/.test(text))
      : [],
  );
}

describe('[T44] a server whose clock jumps', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backrow-clock-'));
  const clock = join(folder, 'clock');
  writeFileSync(clock, '0');
  const shim = new URL('../long/clock/shim.mjs', import.meta.url).pathname;
  const server = new ServerProcess({ NODE_OPTIONS: `--import ${shim}`, CLOCK_FILE: clock });
  let people: People | null = null;
  beforeAll(async () => {
    await server.start();
    people = await People.arrive();
  });
  afterAll(async () => {
    await server.remove(people);
    rmSync(folder, { recursive: true, force: true });
  });

  test('says both times at the desk, and follows the new one when a moderator says that it is right', async () => {
    const desk = await people!.withLaptop();
    await desk.goto(server.link('Moderator'));
    await desk.getByRole('heading', { name: 'To review' }).first().waitFor();
    const notice = desk.getByRole('alert').filter({ hasText: 'clock jumped' });
    writeFileSync(clock, `${26 * 3_600_000}`);
    await notice.waitFor();
    expect(await notice.textContent()).toMatch(
      /clock jumped to \d{4}-\d\d-\d\d \d\d:\d\d\. The day goes on by \d\d:\d\d\./,
    );
    await notice.getByRole('button', { name: 'The new time is right' }).click();
    await notice.waitFor({ state: 'detached' });
    // Back again: that is a jump as well.
    writeFileSync(clock, '0');
    await notice.waitFor();
  });
});
