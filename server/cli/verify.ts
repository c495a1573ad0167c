import type { Command } from 'commander';
import * as z from 'zod/mini';
import { initialState } from '../../shared/state/model.ts';
import type { State } from '../../shared/state/state.ts';
import { noSuchEvent } from '../admin-commands.ts';
import { snapshotOf } from '../live/snapshots.ts';
import { OtherVersion } from '../log/other-version.ts';
import type { LogReader } from '../log/reader.ts';
import { sentenceOf } from '../refusals/spoken.ts';
import { step, withLog } from './open-log.ts';
import { Complaint, configOf, Reported, type Terminal } from './terminal.ts';

/** What a check of one event came to. */
export interface VerifiedEvent {
  slug: string;
  ok: boolean;
  /** Entries that are whole, from the first one on, and the last of their seqs. */
  entries: number;
  seq: number;
  epoch: string;
  /** SHA-256 over the state after those entries, hex: the same log gives the same hash everywhere. */
  hash: string;
  damage?: string;
  /** Texts of erased people that are still kept; absent where there are none. */
  unforgotten?: number;
}

/** What a check of a log came to. */
export interface Verified {
  ok: boolean;
  events: VerifiedEvent[];
}

const optionsSchema = z.object({ json: z.optional(z.boolean()) });

/** `backrow verify`: whether the log is whole, from end to end. */
export function addVerify(program: Command, terminal: Terminal): void {
  program
    .command('verify')
    .description('read the whole log, check that nothing was changed or lost, and replay it')
    .argument('[event]', 'only this event')
    .option('--json', 'print {ok, events: [{slug, ok, entries, seq, epoch, hash, damage?}]}')
    .addHelpText('after', '\nWorks beside a running server. Exits with 1 where something is damaged.')
    .action((slug: string | undefined, raw: unknown) => {
      const { DATA_DIR } = configOf(terminal);
      const { file, ...verified } = verify(DATA_DIR, slug);
      if (optionsSchema.parse(raw).json) terminal.out(JSON.stringify(verified));
      else for (const event of verified.events) terminal.out(lineOf(event));
      if (verified.ok) return;
      if (file !== null) terminal.err(`The file of the log is damaged: ${file}.`);
      for (const { slug: of, damage } of verified.events) if (damage) terminal.err(`${of}: ${damage}.`);
      // Erasures that are on their way are no damage, and an older copy would bring the texts back.
      if (file !== null || verified.events.some(({ ok, unforgotten }) => !ok && unforgotten === undefined))
        terminal.err(whatToDo);
      throw new Reported();
    });
}

const whatToDo =
  'Keep a copy of the data folder as it is, stop the server, and put the last backup back: npx backrow restore FILE';

/** Checks one event's log or all of them; `file` is the damage of the file itself, or null. */
function verify(dataDir: string, slug?: string): Verified & { file: string | null } {
  try {
    return withLog(dataDir, (reader) => verifyFile(reader, slug));
  } catch (error) {
    if (error instanceof Complaint || error instanceof OtherVersion) throw error;
    return { ok: false, events: [], file: error instanceof Error ? error.message : String(error) };
  }
}

function verifyFile(reader: LogReader, slug: string | undefined): Verified & { file: string | null } {
  const file = reader.fileDamage();
  const slugs = slugsOf(reader, file);
  if (slug !== undefined && file === null && !slugs.includes(slug)) {
    throw new Complaint(sentenceOf(noSuchEvent(slug, slugs)));
  }
  const meant = slug === undefined ? slugs : slugs.filter((each) => each === slug);
  const events = meant.map((each) => checked(reader, each));
  return { ok: file === null && events.every(({ ok }) => ok), events, file };
}

/** A file whose pages are damaged may not even tell its events. */
function slugsOf(reader: LogReader, damage: string | null): string[] {
  try {
    return reader.slugs();
  } catch (error) {
    if (damage !== null) return [];
    throw error;
  }
}

function checked(reader: LogReader, slug: string): VerifiedEvent {
  const { entries, seq, damage } = reader.check(slug);
  const { hash, wrong, unforgotten } = replay(reader, slug, seq);
  const found = damage ?? wrong ?? (unforgotten === 0 ? null : sentenceOfUnforgotten(unforgotten));
  const epoch = epochOf(reader, slug);
  return {
    slug,
    ok: found === null,
    entries,
    seq,
    epoch,
    hash,
    ...(found !== null && { damage: found }),
    ...(damage === null && wrong === null && unforgotten > 0 && { unforgotten }),
  };
}

function epochOf(reader: LogReader, slug: string): string {
  try {
    return reader.head(slug)?.epoch ?? '';
  } catch {
    return '';
  }
}

/** Replays an event up to a seq, and compares what came of it with the newest snapshot on the way. */
function replay(
  reader: LogReader,
  slug: string,
  upTo: number,
): { hash: string; wrong: string | null; unforgotten: number } {
  const state = initialState(reader.model);
  try {
    const snapshot = reader.snapshot(slug, upTo);
    for (const entry of upTo === 0 ? [] : reader.entries(slug)) {
      step(state, entry);
      if (snapshot && state.seq === snapshot.seq && snapshotOf(state).hash !== snapshot.hash) {
        const wrong = `seq ${state.seq}: the snapshot is not what a replay of the log gives`;
        return { hash: snapshotOf(state).hash, wrong, unforgotten: 0 };
      }
      if (state.seq >= upTo) break;
    }
    return { hash: snapshotOf(state).hash, wrong: null, unforgotten: unforgottenIn(reader, slug, state) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      hash: snapshotOf(state).hash,
      wrong: `seq ${state.seq + 1}: it cannot be replayed: ${reason}`,
      unforgotten: 0,
    };
  }
}

/** How many texts of erased people the log still keeps: erasures that were promised and are not carried out yet. */
function unforgottenIn(reader: LogReader, slug: string, state: State): number {
  let left = 0;
  for (const { id, erasedSeq } of state.tables.participants.values())
    if (erasedSeq !== undefined) left += reader.kept(slug, id, erasedSeq);
  return left;
}

function sentenceOfUnforgotten(texts: number): string {
  return `${texts} texts of erased people are still kept: a server that runs on this folder blanks them as soon as the disk lets it`;
}

function lineOf({ slug, ok, entries, epoch, hash }: VerifiedEvent): string {
  return `${ok ? 'ok     ' : 'DAMAGED'}  ${slug.padEnd(24)} ${String(entries).padStart(8)} entries  epoch ${epoch}  state ${hash.slice(0, 16)}`;
}
