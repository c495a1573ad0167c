import { describe, expect, test } from 'vitest';
import type { Role } from '../../shared/people/role.ts';
import { type Audit, auditSchema } from '../../shared/wire/audit.ts';
import { openWorld, type World } from '../world/world.ts';

/** A desk at work on a named question and two anonymous ones of the same person. */
async function worked() {
  const world = await openWorld();
  const moderator = await world.joinAs('moderator', { name: 'Mo' });
  const ann = await world.joinAs('attendee', { name: 'Canary Ann' });
  const named = await ann.ask('What is named?', { anonymous: false });
  const hidden = await ann.ask('What is hidden?', { anonymous: true });
  const other = await ann.ask('What else is hidden?', { anonymous: true });
  await moderator.must({ type: 'question.approve', question: named });
  await moderator.must({ type: 'question.approve', question: hidden });
  await moderator.must({ type: 'question.edit', question: hidden, screen: 'Shorter' });
  await moderator.must({ type: 'stage.show', room: 'main', show: { kind: 'question', question: hidden } });
  return { world, moderator, ann, named, hidden, other };
}

async function auditOf(world: World, token: string, query = ''): Promise<Audit> {
  const { status, body } = await world.at(`/audit${query}`, { token });
  expect(status).toBe(200);
  return auditSchema.parse(body);
}

describe('[W35] the audit', () => {
  test('says who did what when, with old and new values, newest first', async () => {
    const { world, moderator, hidden } = await worked();
    const { entries, more } = await auditOf(world, moderator.seat.token);
    expect(entries.map(({ type }) => type)).toEqual([
      'stage.show',
      'question.edit',
      'question.approve',
      'question.approve',
      'invite.use',
    ]);
    expect(more).toBe(false);
    const [show, edit] = entries;
    expect(show).toMatchObject({
      at: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
      by: { name: 'Mo', role: 'moderator' },
      undoneBy: null,
      undoable: true,
    });
    expect(show?.changes).toContainEqual({
      of: 'stages',
      id: 'main',
      field: 'show',
      before: { kind: 'auto' },
      after: { kind: 'question', question: hidden },
    });
    expect(show?.changes.find(({ field }) => field === 'since')?.after).toBe(show?.at);
    expect(edit?.changes).toEqual([
      { of: 'questions', id: hidden, field: 'screen', before: null, after: 'Shorter' },
    ]);
  });

  test('says what was undone and what can be, by whoever reads it', async () => {
    const { world, moderator } = await worked();
    const organizer = await world.joinAs('organizer', { name: 'Olga' });
    const black = await moderator.must({ type: 'stage.black', room: '*', on: true });
    const undo = await organizer.must({ type: 'undo', seq: black });
    await organizer.must({ type: 'event.close', on: true });
    const by = async (token: string) =>
      new Map((await auditOf(world, token)).entries.map((entry) => [entry.seq, entry]));
    const [mo, olga] = [await by(moderator.seat.token), await by(organizer.seat.token)];
    expect(mo.get(black)).toMatchObject({ undoneBy: undo, undoable: false });
    expect(mo.get(undo)).toMatchObject({ type: 'undo', by: { name: 'Olga' }, undoable: true });
    expect([mo.get(world.seq)?.undoable, olga.get(world.seq)?.undoable]).toEqual([false, true]);
  });

  test('comes page by page', async () => {
    const { world, moderator } = await worked();
    const { token } = moderator.seat;
    const whole = await auditOf(world, token);
    const first = await auditOf(world, token, '?limit=2');
    expect(first).toEqual({ entries: whole.entries.slice(0, 2), more: true });
    const rest = await auditOf(world, token, `?before=${first.entries.at(-1)?.seq}&limit=500`);
    expect(rest).toEqual({ entries: whole.entries.slice(2), more: false });
  });

  test('never tells who asked anonymously, also after a ban, an undo and an erasure', async () => {
    const { world, moderator, ann, named, hidden, other } = await worked();
    const organizer = await world.joinAs('organizer', { name: 'Olga' });
    const bans = [
      await moderator.must({ type: 'participant.ban', question: hidden, on: true, hide: true }),
      await moderator.must({ type: 'undo', seq: world.seq }),
    ];
    const audit = await auditOf(world, moderator.seat.token);
    for (const seq of bans) {
      const { changes } = audit.entries.find((entry) => entry.seq === seq) ?? { changes: [] };
      expect(new Set(changes.map(({ of, id }) => `${of} ${id}`)), `${seq}`).toEqual(
        new Set(['participants null', `questions ${hidden}`, `questions ${other}`]),
      );
      expect(JSON.stringify(changes)).not.toContain(named);
    }
    await organizer.must({ type: 'participant.erase', participant: ann.seat.participant });
    const paths = ['/audit?limit=500', '/export/audit.csv', '/export/audit.json'];
    for (const path of paths) {
      const { status, text } = await world.at(path, { token: organizer.seat.token });
      expect(status, path).toBe(200);
      expect(text, path).not.toContain('Canary');
      expect(text, path).not.toContain(ann.seat.participant);
      expect(text, path).not.toMatch(/"(voters|marks|past|passcode|asker|bannedAs)"|"by":\s*"/);
    }
  });

  test('a named asker is no more told than an anonymous one, and staff by name', async () => {
    const { world, moderator, ann, named } = await worked();
    await moderator.must({ type: 'participant.ban', question: named, on: true, hide: false });
    const [ban] = (await auditOf(world, moderator.seat.token)).entries;
    expect(ban?.changes).toEqual([
      { of: 'participants', id: null, field: 'banned', before: false, after: true },
    ]);
    expect(JSON.stringify(ban)).not.toContain(ann.seat.participant);
  });

  test('is for the staff, and asks for numbers', async () => {
    const { world } = await worked();
    const expected: Partial<Record<Role, number>> = {
      attendee: 403,
      speaker: 403,
      projector: 403,
      moderator: 200,
      organizer: 200,
    };
    for (const path of ['/audit', '/export/audit.csv', '/export/audit.json']) {
      for (const role of Object.keys(expected) as Role[]) {
        const scope =
          role === 'speaker' ? { session: 'talk-1' } : role === 'projector' ? { room: 'main' } : {};
        const token = await world.sign({ role, scope });
        expect((await world.at(path, { token })).status, `${role} ${path}`).toBe(expected[role]);
      }
      expect((await world.at(path)).status, path).toBe(401);
    }
    const token = await world.sign({ role: 'moderator' });
    for (const query of ['limit=0', 'limit=501', 'limit=ten', 'before=-1', 'before=1.5', 'before='])
      expect((await world.at(`/audit?${query}`, { token })).status, query).toBe(400);
    expect((await world.call('/api/events/nothing/audit', { token })).status).toBe(404);
    expect((await world.at('/export/audit.pdf', { token })).status).toBe(404);
  });
});

test('[W35] the audit leaves as a table that no spreadsheet runs, and as JSON, oldest first', async () => {
  const { world, moderator, hidden } = await worked();
  await moderator.must({ type: 'question.edit', question: hidden, screen: '=1+1' });
  const { token } = moderator.seat;
  const csv = await world.at('/export/audit.csv', { token });
  expect(csv.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="small-audit.csv"',
    'cache-control': 'no-store',
  });
  expect(csv.text.split('\n')[0]).toContain('seq,at,type,name,role,undoneBy,of,id,field,before,after');
  expect(csv.text).toContain("'=1+1");
  expect(csv.text).not.toContain(',=1+1');
  const json = await world.at('/export/audit.json', { token });
  const { entries } = await auditOf(world, token);
  expect(json.body).toEqual(entries.toReversed().map(({ undoable: _undoable, ...entry }) => entry));
});
