import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayFile, post, Site } from './site.ts';

let site: Site;

beforeEach(() => {
  site = new Site();
});

afterEach(() => site.remove());

/** An invite for all events, as the command line makes it. */
async function inviteForAll(): Promise<string> {
  return (await site.json('invite', '*', '--role', 'organizer')).invite;
}

const redeem = async (address: string, event: string, invite: string) =>
  post(`${address}/api/events/${event}/redeem`, { invite });

const known = () => JSON.parse(readFileSync(join(site.dataDir, 'installation.json'), 'utf8'));

const withdrawn = { status: 403, body: { code: 'invite-withdrawn' } };

describe('[C20] what is revoked with * stays revoked', { timeout: 60_000 }, () => {
  it.each([[true], [false]])('also before the first event, while a server runs: %s', async (running) => {
    const address = await site.serve();
    const invite = await inviteForAll();
    if (!running) await site.stop();
    const said = await site.run('revoke', '*', '--invite', invite);
    expect(said).toMatchObject({ code: 0, out: expect.stringContaining('in any event there is or will be') });
    expect(said.out).toContain('The next start prints a new link for the organiser.');
    if (running) expect(await redeem(address, '*', invite)).toMatchObject(withdrawn);
    await site.stop();
    expect((await site.run('import', site.file('day.yaml', dayFile()))).code).toBe(0);
    const later = await site.serve();
    for (const event of ['*', 'day']) expect(await redeem(later, event, invite)).toMatchObject(withdrawn);
    expect((await redeem(later, '*', await inviteForAll())).status).toBe(201);
  });

  it('also a person, in later events too', async () => {
    const address = await site.serve();
    const { body } = await redeem(address, '*', await inviteForAll());
    expect((await site.run('revoke', '*', '--participant', body.participant.id)).code).toBe(0);
    const make = await fetch(`${address}/api/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.token}` },
      body: dayFile(),
    });
    expect(make.status).toBe(401);
  });

  it.each([[true], [false]])(
    'also when its event is deleted and made again, while a server runs: %s',
    async (running) => {
      await site.json('import', site.file('day.yaml', dayFile()));
      const { invite } = await site.json('invite', 'day', '--role', 'moderator');
      let address = await site.serve();
      const { body } = await redeem(
        address,
        'day',
        (await site.json('invite', 'day', '--role', 'moderator')).invite,
      );
      const all = await inviteForAll();
      expect((await site.run('revoke', '*', '--invite', all)).code).toBe(0);
      expect((await site.run('revoke', 'day', '--invite', invite)).code).toBe(0);
      expect((await site.run('revoke', 'day', '--participant', body.participant.id)).code).toBe(0);
      if (!running) await site.stop();
      expect((await site.run('delete', 'day', '--yes')).code).toBe(0);
      expect((await site.run('import', join(site.folder, 'day.yaml'))).out).toContain('day: made');
      if (!running) address = await site.serve();
      expect(await redeem(address, 'day', invite)).toMatchObject(withdrawn);
      expect(await redeem(address, 'day', all)).toMatchObject(withdrawn);
      const headers = { authorization: `Bearer ${body.token}` };
      expect((await fetch(`${address}/api/events/day/view`, { headers })).status).toBe(401);
    },
  );

  it('what one event revoked, in that one alone, though it is deleted and made again, or put back', async () => {
    await site.json('import', site.file('day.yaml', dayFile()));
    await site.json('import', site.file('other.yaml', dayFile({ slug: 'other' })));
    const backup = join(site.folder, 'backup.db');
    expect((await site.run('backup', backup)).code).toBe(0);
    const [first, second] = [await inviteForAll(), await inviteForAll()];
    expect((await site.run('revoke', 'day', '--invite', first)).code).toBe(0);
    expect((await site.run('delete', 'day', '--yes')).code).toBe(0);
    expect((await site.run('import', join(site.folder, 'day.yaml'))).code).toBe(0);
    expect((await site.run('revoke', 'day', '--invite', second)).code).toBe(0);
    expect((await site.run('restore', backup)).code).toBe(0);
    const address = await site.serve();
    for (const invite of [first, second]) {
      expect(await redeem(address, 'day', invite)).toMatchObject(withdrawn);
      for (const event of ['other', '*']) expect((await redeem(address, event, invite)).status).toBe(201);
    }
  });

  it('says that a link for all events was taken back in one alone, and how it is in all', async () => {
    await site.json('import', site.file('day.yaml', dayFile()));
    const address = await site.serve();
    const invite = await inviteForAll();
    const said = await site.run('revoke', 'day', '--invite', invite);
    expect(said).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^This link opens every event, .* revoke '\*' --invite /),
    });
    expect(await redeem(address, 'day', invite)).toMatchObject(withdrawn);
    expect((await redeem(address, '*', invite)).status).toBe(201);
  });

  it('names the folder where there is none', async () => {
    expect(await site.run('revoke', '*', '--invite', 'abcdefgh')).toMatchObject({
      code: 1,
      err: `There is no log in ${site.dataDir}. Is DATA_DIR right?`,
    });
  });
});

describe('[C21] a restore brings no link back', { timeout: 60_000 }, () => {
  const backup = () => join(site.folder, 'backup.db');

  it('that was revoked after the backup, for all events or in one', async () => {
    await site.json('import', site.file('day.yaml', dayFile()));
    await site.serve();
    const all = await inviteForAll();
    const { invite } = await site.json('invite', 'day', '--role', 'moderator');
    expect((await site.run('backup', backup())).code).toBe(0);
    await site.run('revoke', '*', '--invite', all);
    await site.run('revoke', '*', '--invite', await inviteForAll());
    await site.run('revoke', 'day', '--invite', invite);
    await site.stop();
    expect(await site.run('restore', backup())).toMatchObject({ code: 0, err: '' });
    expect(known()).toMatchObject({ number: 2 });
    const address = await site.serve();
    for (const event of ['*', 'day']) expect(await redeem(address, event, all)).toMatchObject(withdrawn);
    expect(await redeem(address, 'day', invite)).toMatchObject(withdrawn);
  });

  it('that was revoked before the backup, in another folder with the same secret', async () => {
    site.env.SECRET = 'one secret for both folders';
    await site.json('import', site.file('day.yaml', dayFile()));
    await site.serve();
    const all = await inviteForAll();
    await site.run('revoke', '*', '--invite', all);
    expect((await site.run('backup', backup())).code).toBe(0);
    await site.stop();
    const before = known();
    rmSync(site.dataDir, { recursive: true });
    expect((await site.run('restore', backup())).code).toBe(0);
    expect(known()).toMatchObject({ number: 1, revoked: before.revoked });
    expect(await redeem(await site.serve(), '*', all)).toMatchObject(withdrawn);
    await site.stop();
    expect((await site.json('verify')).ok).toBe(true);
    expect((await site.run('backup', backup())).code).toBe(0);
  });

  it('where the folder’s own file is damaged: that is kept and said', async () => {
    await site.json('import', site.file('day.yaml', dayFile()));
    const all = await inviteForAll();
    await site.run('revoke', '*', '--invite', all);
    expect((await site.run('backup', backup())).code).toBe(0);
    writeFileSync(join(site.dataDir, 'installation.json'), '{"form":1');
    expect(await site.run('import', join(site.folder, 'day.yaml'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^\S+installation\.json is damaged\./),
    });
    const again = await site.run('backup', join(site.folder, 'another.db'));
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('is damaged') });
    const said = await site.run('restore', backup());
    expect(said).toMatchObject({ code: 0, err: expect.stringContaining('are to be revoked again') });
    expect(await redeem(await site.serve(), '*', all)).toMatchObject(withdrawn);
  });

  it('a backup of before there was such a file changes nothing of it', async () => {
    await site.json('import', site.file('day.yaml', dayFile()));
    const all = await inviteForAll();
    await site.run('revoke', '*', '--invite', all);
    const text = readFileSync(join(site.dataDir, 'installation.json'));
    rmSync(join(site.dataDir, 'installation.json'));
    expect((await site.run('backup', backup())).code).toBe(0);
    writeFileSync(join(site.dataDir, 'installation.json'), text);
    expect((await site.run('restore', backup())).code).toBe(0);
    expect(known()).toMatchObject({ number: 1 });
  });
});
