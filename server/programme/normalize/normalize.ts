import type { Issue } from '../../../shared/wire/refusals.ts';
import type { EventFile } from '../file/event-file.ts';
import { dayLabels } from '../file/local-time.ts';
import { idFrom, idOfKey } from '../plan/ids.ts';
import { lineOf } from './abstracts.ts';
import { Assumptions } from './assumptions.ts';
import { withDay, yearAsked } from './days.ts';
import { roomIdsOf, roomNameOf } from './event-rooms.ts';
import { identify, keysOf } from './identities.ts';
import { type Lane, lanesOf } from './lanes.ts';
import { breaksOf } from './pauses.ts';
import { postersOf } from './posters.ts';
import { withOneNameEach } from './room-names.ts';
import type { Schedule, Skipped } from './schedule.ts';
import { type Item, sessionOf } from './session-in-file.ts';
import { type TimedSession, timed } from './timed.ts';
import { type Ask, zoneOf } from './zones.ts';

/** What whoever imports says beside the file. */
export interface Said {
  slug?: string | undefined;
  /** IANA zone for local times without one. */
  timezone?: string | undefined;
  /** The zone of the event that the file changes, for a file that names none. */
  eventZone?: string | undefined;
  /** `YYYY-MM-DD` of a schedule that has times of day only. */
  date?: string | undefined;
  title?: string | undefined;
  /** The file's name, for a title where nothing else gives one. */
  fileName?: string | undefined;
}

/** What a reading comes to, in numbers and with everything that was left out. */
export interface ImportReport {
  /** Sessions read, of so many in the file; breaks that were inferred are not counted. */
  sessions: number;
  of: number;
  papers: number;
  skipped: Skipped[];
}

/** Where something stands in a file: in words, and its line where the file has lines. */
export interface Place {
  where: string;
  line?: number | undefined;
}

/** A schedule as an event file; `file` is null where it holds papers only. */
export interface Normalized {
  file: EventFile | null;
  posters: NonNullable<EventFile['posters']>;
  report: ImportReport;
  asks: Ask[];
  warnings: Issue[];
  /** Where each session of the file stands in what was read, by its id. */
  places: ReadonlyMap<string, Place>;
}

/** Formats that leave breaks out, so that a gap in all rooms is one. */
const withoutBreaks = new Set<Schedule['format']>(['frab-json', 'frab-xml']);

/** Most sessions of an event file. */
const mostSessions = 2_000;

/**
 * Makes an event file of what was found in a foreign schedule: zones, ids, kinds, rooms without overlaps, lengths,
 * breaks, plain text. Everything that was assumed is a warning, everything left out is in the report, and what must be
 * known and was not said is asked.
 */
export function normalize(read: Schedule, said: Said): Normalized {
  const assumed = new Assumptions();
  const schedule = withOneNameEach(read, assumed);
  const { zone, ask, assumed: otherZone } = zoneOf(schedule, said.timezone, said.eventZone);
  if (otherZone !== null) assumed.once('timezone', otherZone);
  const asks = ask === null ? [] : [ask];
  const moved = schedule.madeUpDay === null ? schedule : withDay(schedule, said.date, asks);
  if (schedule.yearless === true) asks.push(yearAsked(schedule));
  const { sessions, skipped } = timed(moved.sessions.slice(0, mostSessions), zone);
  const more = moved.sessions.length - mostSessions;
  if (more > 0)
    skipped.push({
      where: `the last ${more} entries`,
      why: `an event has at most ${mostSessions} sessions`,
      unread: true,
    });
  const { lanes, crowded } = lanesOf(
    named(sessions, skipped, assumed),
    lineOf(schedule.venue ?? '', 120) || 'Main room',
  );
  for (const { found } of crowded)
    skipped.push({
      where: found.where,
      why: 'more than 20 take place in its room at the same time',
      unread: true,
    });
  const kept = [...lanes.keys()].toSorted((a, b) => a.start - b.start || a.id.localeCompare(b.id, 'en'));
  const posters = postersOf(schedule.papers, skipped, assumed);
  const report: ImportReport = {
    sessions: kept.length,
    of: schedule.sessions.length + schedule.skipped.length,
    papers: posters.length,
    skipped: [...schedule.skipped, ...skipped],
  };
  const file = kept.length === 0 ? null : fileOf(schedule, kept, lanes, zone, said, assumed);
  const warnings = [
    ...schedule.warnings.map(({ path, line, message }) => ({
      path,
      ...(line !== undefined && { line }),
      message,
    })),
    ...assumed.issues(),
  ];
  return {
    file: file && { ...file, ...(posters.length > 0 && { posters }) },
    posters,
    report,
    asks,
    warnings,
    places: new Map(kept.map(({ id, found: { where, line } }) => [id, { where, line }])),
  };
}

/** Sessions that are told apart: those that stand twice in the file are left out once. */
function named(sessions: readonly TimedSession[], skipped: Skipped[], assumed: Assumptions): Item[] {
  const keys = keysOf(sessions.map(({ found }) => found));
  const { ids, repeated } = identify(
    sessions.map(({ found: { title, room }, local }, index) => ({
      key: keys[index] ?? null,
      title,
      start: local,
      room,
    })),
  );
  if (repeated > 0)
    assumed.once(
      'sessions',
      `${repeated} sessions share their ids with others; they are told apart by title, start and room.`,
    );
  return sessions.flatMap((session, index) => {
    const id = ids[index] ?? null;
    if (id === null) skipped.push({ where: session.found.where, why: 'it stands in the file twice' });
    return id === null ? [] : [{ ...session, id, key: keys[index] ?? null, room: roomNameOf(session) }];
  });
}

function fileOf(
  schedule: Schedule,
  sessions: readonly Item[],
  lanes: ReadonlyMap<Item, Lane>,
  zone: string,
  said: Said,
  assumed: Assumptions,
): EventFile {
  const title = titleOf(schedule, said, assumed);
  const computed = dayLabels(sessions.map(({ local }) => local));
  const days = sessions.map(({ found }, index) => found.day ?? computed[index] ?? '');
  const items = sessions.map((session, index) => ({ ...session, day: days[index] ?? '' }));
  const rooms = roomIdsOf(schedule, [...lanes.values()]);
  const roomKeys = new Map(
    [...(schedule.roomKeys ?? [])].map(([name, key]) => [lineOf(name, 100), idOfKey(key)]),
  );
  const firsts = new Set([...new Set(days)].map((day) => days.indexOf(day)));
  const plans = items.map((item, index) =>
    sessionOf(
      item,
      lanes.get(sessions[index] ?? item),
      rooms,
      firsts.has(index),
      computed[index] ?? '',
      assumed,
    ),
  );
  const pauses = withoutBreaks.has(schedule.format) ? breaksOf(items, rooms, zone, assumed) : [];
  return {
    backrow: 1,
    slug: said.slug ?? slugOf(schedule.acronym ?? title),
    title,
    timezone: zone,
    ...(schedule.venue !== null && { venue: lineOf(schedule.venue, 300) || undefined }),
    rooms: [...rooms].map(([name, id]) => {
      const key = roomKeys.get(name);
      return { id, ...(key !== undefined && { key }), name };
    }),
    sessions: [...plans, ...pauses].toSorted((a, b) => a.start.localeCompare(b.start)),
  };
}

function titleOf({ title, acronym }: Schedule, said: Said, assumed: Assumptions): string {
  const given = lineOf(said.title ?? title ?? acronym ?? '', 300);
  if (given !== '') return given;
  const name = lineOf(
    (said.fileName ?? '')
      .replace(/^.*[\\/]/, '')
      .replace(/\.\w+$/, '')
      .replace(/[_-]+/g, ' '),
    300,
  );
  assumed.once('title', `The file has no title; "${name || 'Imported event'}" is assumed.`);
  return name || 'Imported event';
}

function slugOf(name: string): string {
  return idFrom(name).slice(0, 60).replace(/-+$/, '');
}
