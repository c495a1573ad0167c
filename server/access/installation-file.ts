import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Bearing } from '../live/live-event.ts';
import { writeWhole } from '../log/whole-file.ts';
import { Unusable } from '../unusable.ts';
import {
  type Known,
  knownIn,
  type More,
  nothing,
  textOf,
  type Withdrawn,
  withMore,
} from './installation-known.ts';

/** Where an installation keeps what no event may forget. */
function installationFile(dataDir: string): string {
  return join(dataDir, 'installation.json');
}

/**
 * What outlives every event of an installation: which invites and people have access no more, how often those for `*` were
 * used, and the number that the standing links for `*` are made with. Every change is on the disk when its method returns;
 * where it cannot be written the method throws what the system says, and it does not count. Of a folder, or in memory for
 * tests.
 */
export class Installation {
  readonly #file: string | null;
  readonly #listeners = new Set<() => void>();
  #known: Known;

  #isNew: boolean;

  private constructor(file: string | null, known: Known | null) {
    this.#file = file;
    this.#known = known ?? nothing;
    this.#isNew = known === null;
  }

  /** That of a data folder. Throws `Unusable` where its file is damaged or cannot be read. */
  static ofFolder(dataDir: string): Installation {
    const file = installationFile(dataDir);
    return new Installation(file, existsSync(file) ? readKnown(file) : null);
  }

  /** One that nobody keeps. */
  static inMemory(): Installation {
    return new Installation(null, nothing);
  }

  /** Whether the folder has no file yet; see `begin`. */
  get isNew(): boolean {
    return this.#isNew;
  }

  /** Writes the first file of a folder: with what was withdrawn before there was one, null where there was no event. */
  begin(before: Withdrawn | null): void {
    const { invites, participants } = before ?? nothing.revoked;
    this.#write({
      ...nothing,
      printed: before && [],
      number: invites.length > 0 ? 1 : 0,
      revoked: { invites: [...invites], participants: [...participants] },
    });
    this.#isNew = false;
  }

  /** How often an invite for `*` was revoked. */
  get number(): number {
    return this.#known.number;
  }

  /** Ids of the invites that were printed last; null where none were. */
  get printed(): readonly string[] | null {
    return this.#known.printed;
  }

  /** Whether an invite or a participant has no access any more: in any event, or in those under a slug. */
  withdrew({ invite, participant }: Bearing, slug?: string): boolean {
    const { revoked, events } = this.#known;
    return [revoked, ...events.filter((event) => event.slug === slug)].some(
      ({ invites, participants }) =>
        (invite != null && invites.includes(invite)) ||
        (participant !== undefined && participants.includes(participant)),
    );
  }

  /** Revokes an invite for `*`, used or not: its badges die everywhere, and the next start prints another link. */
  revokeInvite(invite: string): void {
    const { number } = this.#known;
    this.#add({
      revoked: { invites: [invite], participants: [] },
      number: this.withdrew({ invite }) ? number : number + 1,
    });
  }

  /** Revokes a participant in every event, also in later ones. */
  revokeParticipant(participant: string): void {
    this.#add({ revoked: { invites: [], participants: [participant] } });
  }

  /** Keeps what an event withdrew that is about to go, so that another one under its slug does not bring it back. */
  keep(slug: string, withdrawn: Withdrawn): void {
    this.#add({ events: [{ slug, ...withdrawn }] });
  }

  /** Takes over what another state of this installation knew: the union of what was revoked, the larger numbers. */
  merge(text: string): void {
    this.#add(ofBackup(text));
  }

  /** [P5] Counts a use of an invite for `*`; false where it was used as often as it may be, and then it is not counted. */
  use(invite: string, most: number): boolean {
    const { uses } = this.#known.used.find((each) => each.invite === invite) ?? { uses: 0 };
    if (uses >= most) return false;
    this.#write(withMore(this.#known, { used: [{ invite, uses: uses + 1 }] }));
    return true;
  }

  /** Remembers which links were printed. */
  print(ids: readonly string[]): void {
    this.#write({ ...this.#known, printed: [...ids] });
  }

  /** Calls a listener after each revocation; returns how to stop. */
  onRevoked(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Puts the file back where it was removed, and takes over what another program wrote into it; says so. */
  look(): string[] {
    if (this.#file === null || this.#isNew) return [];
    const there = existsSync(this.#file) ? knownIn(readFileSync(this.#file, 'utf8')) : null;
    if (there && textOf(there) === textOf(this.#known)) return [];
    if (there) this.#add(there);
    this.#write(this.#known);
    return [`${this.#file} was removed or changed while the server ran; it is whole again`];
  }

  /** Adds what is not known yet; nothing is taken away. */
  #add(more: More): void {
    const known = withMore(this.#known, more);
    if (textOf(known) === textOf(this.#known)) return;
    this.#write(known);
    for (const listener of this.#listeners) listener();
  }

  #write(known: Known): void {
    if (this.#file !== null) writeWhole(this.#file, textOf(known));
    this.#known = known;
  }
}

/** The text of a folder's file for a backup; null where there is none. Throws `Unusable` where it is damaged. */
export function installationText(dataDir: string): string | null {
  const file = installationFile(dataDir);
  return existsSync(file) ? textOf(readKnown(file)) : null;
}

/** Gives a damaged file another name, so that nothing of it is lost; gives that name. */
export function setAside(dataDir: string): string {
  const file = installationFile(dataDir);
  const kept = `${file}.damaged-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`;
  renameSync(file, kept);
  return kept;
}

function ofBackup(text: string): Known {
  const known = knownIn(text);
  if (known) return known;
  throw new Unusable('What the backup says of revoked links cannot be read. Was it made by a newer Backrow?');
}

function readKnown(file: string): Known {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new Unusable(
      `${file} cannot be read (${code}). It says which links were revoked: make it readable.`,
    );
  }
  const known = knownIn(text);
  if (known) return known;
  throw new Unusable(
    `${file} is damaged. It says which links were revoked: put the last backup back (npx backrow restore FILE), or remove the file and revoke them again.`,
  );
}
