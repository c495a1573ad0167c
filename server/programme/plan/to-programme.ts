import type { PosterPlan, Programme, RoomPlan, Speaker } from '../../../shared/rundown/programme.ts';
import type { Issue } from '../../../shared/wire/refusals.ts';
import { hashPasscode } from '../../access/passcode-hash.ts';
import type { EventFile, Person } from '../file/event-file.ts';
import { fileOf } from '../file/file-of.ts';
import { atMost, type Path, placed } from '../file/issues.ts';
import { refuseZone } from '../file/refuse-zone.ts';
import { codeFor } from './code.ts';
import { checkOverlaps, checkReferences } from './consistency.ts';
import { withKnownIds } from './identity/known-ids.ts';
import { speakerIds } from './identity/speakers.ts';
import { idsOf } from './ids.ts';
import { Notes } from './notes.ts';
import { planSessions, streamOf } from './sessions.ts';

/** What a programme is made with besides its file. */
export interface Making {
  /** The line of a field, where the file has lines. */
  lineOf?: ((path: Path) => number) | undefined;
  /** How often a made code was taken already, and its length (4, with a passcode 6, unless told). */
  attempt?: number;
  codeLength?: number;
  /** The event as it is: its code and passcode stay where the file names none, and so do ids that the file leaves out. */
  before?: Programme;
}

/** A programme, and the people whose addresses never leave the server; or everything that does not fit. */
export type MadeProgramme =
  | { ok: true; programme: Programme; people: Person[]; warnings: Issue[] }
  | { ok: false; issues: Issue[] };

/**
 * Makes the programme of an event file: local times become epoch milliseconds, missing ids are made, references
 * and times are checked. Refuses an unknown zone, days that do not exist, overlaps within a room, lengths that do
 * not fit, repeated ids and references to nothing, all at once.
 */
export function toProgramme(written: EventFile, making: Making = {}): MadeProgramme {
  const { before } = making;
  const file = before ? withKnownIds(fileOf(before), written) : written;
  const { notes, rooms, planned, posters } = planProgramme(file, making.lineOf, speakersOf(before));
  if (notes.errors.length > 0) return { ok: false, issues: atMost(placed(notes.errors, making.lineOf)) };
  const sessions = planned.map(({ plan }) => plan);
  const programme: Programme = {
    slug: file.slug,
    title: file.title,
    timezone: file.timezone,
    venue: file.venue ?? null,
    codeOfConduct: file.codeOfConduct ?? null,
    contact: file.contact ? { name: file.contact.name ?? null, email: file.contact.email ?? null } : null,
    privacy: file.privacy ?? null,
    links: file.links ?? [],
    listed: file.listed ?? true,
    ...access(file, making),
    policy: file.policy ?? {},
    startsAt: Math.min(...sessions.map(({ start }) => start)),
    endsAt: Math.max(...sessions.map(({ end }) => end)),
    days: [...new Set(sessions.map(({ day }) => day))].toSorted(),
    rooms,
    sessions,
    posters,
  };
  return {
    ok: true,
    programme,
    people: file.people ?? [],
    warnings: atMost(placed(notes.warnings, making.lineOf)),
  };
}

/** The parts of a programme with all that is to be said about them: whoever finds no errors may use them. */
export function planProgramme(
  file: EventFile,
  lineOf?: (path: Path) => number,
  speakers: readonly Speaker[] = [],
) {
  const notes = new Notes(lineOf);
  const badZone = refuseZone(file.timezone);
  if (badZone !== null) notes.error(['timezone'], badZone);
  const rooms = roomsOf(file, notes);
  const zone = badZone === null ? file.timezone : 'UTC';
  const planned = planSessions(file, zone, rooms, speakerIds(file, speakers), notes);
  checkOverlaps(planned, notes);
  const posters = postersOf(file, notes);
  const sessionIds = new Set(idsOf(file.sessions).ids);
  checkReferences(file, sessionIds, new Set(posters.map(({ id }) => id)), notes);
  return { notes, rooms, planned, posters };
}

/** Everybody on a programme, as often as they stand in it. */
function speakersOf(programme: Programme | undefined): Speaker[] {
  return (programme?.sessions ?? []).flatMap(({ speakers, parts }) => [
    ...speakers,
    ...parts.flatMap((part) => part.speakers),
  ]);
}

function access(
  file: EventFile,
  { attempt, codeLength, before }: Making,
): Pick<Programme, 'code' | 'passcode'> {
  const passcode =
    file.passcode === undefined
      ? (before?.passcode ?? null)
      : file.passcode === false
        ? null
        : hashPasscode(file.passcode, file.slug);
  const length = codeLength ?? (passcode === null ? 4 : 6);
  return { code: file.code ?? before?.code ?? codeFor(file.slug, attempt, length), passcode };
}

function roomsOf(file: EventFile, notes: Notes): RoomPlan[] {
  const rooms = file.rooms ?? [{ id: 'main', name: file.venue?.slice(0, 120) ?? 'Main room' }];
  const { ids, repeated } = idsOf(rooms.map(({ id, name }) => ({ id, title: name })));
  for (const index of repeated) {
    notes.error(['rooms', index, 'id'], `The id "${ids[index]}" stands twice; give each room its own.`);
  }
  return rooms.map((room) => ({
    id: room.id,
    ...('key' in room && room.key !== undefined && { key: room.key }),
    name: room.name,
    stream: streamOf('stream' in room ? room.stream : undefined),
  }));
}

function postersOf(file: EventFile, notes: Notes): PosterPlan[] {
  const posters = file.posters ?? [];
  const { ids, repeated } = idsOf(posters);
  for (const index of repeated) {
    notes.error(['posters', index, 'id'], `The id "${ids[index]}" stands twice; give each poster its own.`);
  }
  return posters.map((poster, index) => {
    if (streamOf(poster.video) !== null) {
      notes.warn(['posters', index, 'video'], 'Videos of posters are not shown yet; this one was left out.');
    }
    return {
      id: ids[index] ?? '',
      session: poster.session ?? null,
      number: poster.number ?? null,
      title: poster.title,
      authors: poster.authors ?? [],
      kind: poster.kind ?? null,
      abstract: poster.abstract ?? null,
      paper: poster.paper ?? null,
      poster: poster.poster ?? null,
      meet: poster.meet ?? null,
      facts: (poster.facts ?? []).map(({ name, value, note }) => ({
        name,
        value: String(value),
        note: note ?? null,
      })),
      awards: poster.awards ?? [],
    };
  });
}
