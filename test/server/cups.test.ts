import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { snapshotOf } from '../../server/live/snapshots.ts';
import { LogReader } from '../../server/log/reader.ts';
import { nouns } from '../../shared/model.ts';
import { envelope, programmeId } from '../../shared/people/envelope.ts';
import { askers, staff } from '../../shared/people/role.ts';
import { makeRow, setFields, setMember } from '../../shared/state/change.ts';
import { modelOf } from '../../shared/state/model.ts';
import { command, noun } from '../../shared/state/noun.ts';
import type { Digest } from '../../shared/state/personal.ts';
import { stateFromText } from '../../shared/state/plain.ts';
import type { Rule } from '../../shared/state/rule.ts';
import { textOf } from '../../shared/state/state.ts';
import { iso } from '../../shared/wire/instant.ts';
import { refusing } from '../../shared/wire/refusals.ts';
import type { Member } from '../world/member.ts';
import { openWorld, type World } from '../world/world.ts';

/** A cup that is handed round: what is engraved on it, when, and who holds it. */
interface CupRow {
  readonly id: string;
  inscription: Digest;
  engravedAt: number;
  holders: Set<string>;
}

declare module '../../shared/state/tables.ts' {
  interface Tables {
    cups: CupRow;
  }
}

const refusals = { 'cup-unknown': 'unknown' } as const;
const refuse = refusing(refusals);

const engraveSchema = z.strictObject({
  ...envelope('cup.engrave'),
  cup: programmeId,
  inscription: z.string().check(z.maxLength(80)),
});
const holdSchema = z.strictObject({ ...envelope('cup.hold'), cup: programmeId, on: z.boolean() });

const engrave: Rule<typeof engraveSchema> = {
  decide: () => null,
  evolve(state, { cup: id, inscription }, { now }) {
    const cup = state.tables.cups.get(id);
    return cup
      ? setFields('cups', cup, { inscription, engravedAt: now })
      : [makeRow('cups', { id, inscription, engravedAt: now, holders: new Set() })];
  },
};
const hold: Rule<typeof holdSchema> = {
  decide: (state, data) => (state.tables.cups.has(data.cup) ? null : refuse('unknown', 'cup-unknown')),
  evolve(state, data, { by }) {
    const cup = state.tables.cups.get(data.cup);
    return cup ? setMember('cups', cup, 'holders', by.participant, data.on) : [];
  },
};

const cups = noun('cups', {
  refusals,
  tables: { cups: { sets: ['holders'], instants: ['engravedAt'], texts: ['inscription'] } },
  kinds: [
    command(engraveSchema, {
      by: staff,
      record: ({ cup, inscription }, recorder) => ({
        cup,
        inscription: recorder.line('inscription', inscription),
      }),
      rule: engrave,
    }),
    command(holdSchema, {
      by: askers,
      limit: { most: 2, withinS: 60 },
      audited: 'never',
      rule: hold,
    }),
  ],
  views: {
    cups: {
      to: ['attendee', 'moderator'],
      row(state, id) {
        const cup = state.tables.cups.get(id);
        return cup
          ? {
              id,
              inscription: textOf(state, cup.inscription),
              engravedAt: iso(cup.engravedAt),
              holders: cup.holders.size,
            }
          : null;
      },
    },
  },
});

const model = modelOf([...nouns, cups]);
const now = Date.parse('2031-03-04T10:00:00Z');

const engraved = (inscription: string, more: object = {}) => ({
  type: 'cup.engrave',
  cup: 'gold',
  inscription,
  ...more,
});

/** The cups in somebody's whole view; undefined where there are none in it. */
async function cupsOf(world: World, { seat: { token } }: Member): Promise<unknown> {
  const { body } = await world.at('/view', { token });
  return z.object({ view: z.looseObject({ cups: z.optional(z.unknown()) }) }).parse(body).view.cups;
}

const refusal = z.looseObject({ ok: z.literal(false), reason: z.string() });

describe('[U15] a noun that is declared in this file alone', { timeout: 30_000 }, () => {
  const open = () => openWorld({ model, log: 'file', clock: () => now });

  it('is refused by role, limited, and seen by two roles and hidden from a third', async () => {
    const world = await open();
    const moderator = await world.joinAs('moderator');
    const ann = await world.joinAs('attendee');
    const screen = await world.joinAs('projector');
    expect(await ann.send(engraved('Mine'))).toMatchObject({ reason: 'not-allowed', code: 'role-may-not' });
    expect(await ann.send({ type: 'cup.hold', cup: 'gold', on: true })).toMatchObject({
      reason: 'unknown',
      code: 'cup-unknown',
    });
    await moderator.must(engraved('The best question'));
    await ann.must({ type: 'cup.hold', cup: 'gold', on: true });
    expect(await ann.send({ type: 'cup.hold', cup: 'gold', on: false })).toMatchObject({
      reason: 'too-fast',
    });
    const gold = {
      gold: { id: 'gold', inscription: 'The best question', engravedAt: iso(now), holders: 1 },
    };
    expect(await cupsOf(world, moderator)).toEqual(gold);
    expect(await cupsOf(world, ann)).toEqual(gold);
    expect(await cupsOf(world, screen)).toBeUndefined();
    await ann.until(() => ann.bytes.includes('The best question'), 'the cup in a patch');
    expect(screen.bytes).not.toContain('The best question');
    expect(await moderator.send({ type: 'cup.engrave', cup: 'gold' })).toMatchObject({ reason: 'malformed' });
  });

  it('is undone, in conflict with a colleague, and in the audit', async () => {
    const world = await open();
    const first = await world.joinAs('moderator', { name: 'Mia' });
    const second = await world.joinAs('moderator', { name: 'Max' });
    const seen = await first.must(engraved('Silver'));
    const seq = await first.must(engraved('Gold'));
    expect(refusal.parse(await second.send(engraved('Tin', { seen })))).toMatchObject({
      reason: 'conflict',
      code: 'colleague-changed',
      by: { name: 'Mia' },
      now: { inscription: 'Gold' },
    });
    expect(await cupsOf(world, first)).toMatchObject({ gold: { inscription: 'Gold' } });
    const { body } = await world.at('/audit', { token: first.seat.token });
    const { entries } = z.object({ entries: z.array(z.looseObject({ type: z.string() })) }).parse(body);
    expect(entries.filter(({ type }) => type === 'cup.engrave')).toMatchObject([
      {
        seq,
        type: 'cup.engrave',
        undoable: true,
        changes: [{ of: 'cups', id: 'gold', field: 'inscription', before: 'Silver', after: 'Gold' }],
      },
      {
        type: 'cup.engrave',
        changes: [{ of: 'cups', field: null, after: { inscription: 'Silver', engravedAt: iso(now) } }],
      },
    ]);
    await second.must({ type: 'undo', seq });
    expect(await cupsOf(world, first)).toMatchObject({ gold: { inscription: 'Silver' } });
  });

  it('is forgotten with whoever wrote on it', async () => {
    const world = await open();
    const moderator = await world.joinAs('moderator');
    const organizer = await world.joinAs('organizer');
    await moderator.must(engraved('Engraved by somebody'));
    expect(await cupsOf(world, moderator)).toMatchObject({ gold: { inscription: 'Engraved by somebody' } });
    await organizer.must({ type: 'participant.erase', participant: moderator.seat.participant });
    const gone = await organizer.until(async () => {
      const found = await cupsOf(world, moderator);
      return JSON.stringify(found).includes('somebody') ? null : found;
    });
    expect(gone).toMatchObject({ gold: { inscription: null } });
    await world.shut();
    for (const name of readdirSync(world.dataDir))
      expect(readFileSync(join(world.dataDir, name)).includes('Engraved by somebody')).toBe(false);
  });

  it('is in a snapshot, and replayed to the same state from the log and after a restart', async () => {
    const world = await open();
    const moderator = await world.joinAs('moderator');
    const ann = await world.joinAs('attendee');
    await moderator.must(engraved('Kept'));
    await ann.must({ type: 'cup.hold', cup: 'gold', on: true });
    const snapshot = snapshotOf(world.running().live.state);
    expect(snapshotOf(stateFromText(snapshot.state, model)).hash).toBe(snapshot.hash);
    expect(stateFromText(snapshot.state, model).tables.cups.get('gold')?.holders).toEqual(
      new Set([ann.seat.participant]),
    );
    await world.restart();
    expect(snapshotOf(world.running().live.state).hash).toBe(snapshot.hash);
    expect(await cupsOf(world, ann)).toMatchObject({ gold: { inscription: 'Kept', holders: 1 } });
    await world.shut();
    // What knows nothing of cups does not read over them.
    const reader = LogReader.ofFolder(world.dataDir);
    expect(() => [...reader.entries(world.slug)]).toThrow('cannot be read');
    reader.close();
  });

  it('is declared once', () => {
    expect(() => modelOf([...nouns, cups, cups])).toThrow('A type of entry is declared twice');
    expect(() => modelOf([...nouns, { ...cups, kinds: [] }, cups])).toThrow('A table is declared twice');
  });

  it('is unknown to a server of another model', async () => {
    const world = await openWorld();
    const moderator = await world.joinAs('moderator');
    expect(await moderator.send(engraved('Nobody knows'))).toMatchObject({ reason: 'malformed' });
  });
});
