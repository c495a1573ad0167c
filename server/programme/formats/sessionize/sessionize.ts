import { z } from 'zod';
import type { FoundSession, Schedule } from '../../normalize/schedule.ts';
import type { ScheduleReader } from '../reader.ts';
import { notThis } from '../reader.ts';
import { quoted, ScheduleBuilder } from '../schedule-builder.ts';
import { list, parseJson, words } from '../source/json-fields.ts';
import { type Known, type Row, rowSchema, sessionOf } from './session.ts';

const allSchema = z.looseObject({
  sessions: z.array(z.unknown()),
  speakers: list,
  questions: list,
  categories: list,
  rooms: list,
});
const groupSchema = z.looseObject({ groupName: words, sessions: z.array(z.unknown()) });
const daySchema = z.looseObject({ date: words, rooms: z.array(z.unknown()) });
const gridRoomSchema = z.looseObject({ id: words, name: words, sessions: list });

const speakerSchema = z.looseObject({
  id: words,
  fullName: words,
  firstName: words,
  lastName: words,
  tagLine: words,
});
const namedSchema = z.looseObject({
  id: words,
  name: words,
  sort: z.number().catch(0),
  question: words,
  items: list,
});

/** Reads what Sessionize gives: the views "All", "Sessions" and "GridSmart", as JSON. */
export const readSessionize: ScheduleReader = ({ text }) => {
  const json = parseJson(text);
  if ('unreadable' in json) return json;
  const all = allSchema.safeParse(json.value).data;
  if (all) return readAll(all);
  const rows = Array.isArray(json.value) ? json.value : [];
  const days = rows.map((row) => daySchema.safeParse(row).data ?? null);
  if (days.some((day) => day !== null)) return readGrid(days);
  const groups = rows.map((row) => groupSchema.safeParse(row).data ?? null);
  if (groups.some((group) => group !== null)) return readGroups(groups);
  return notThis(
    'Sessionize gives sessions as one list, as groups or as days with rooms; this file has none.',
  );
};

/** The view "All": sessions name their speakers, rooms, categories and questions by id. */
function readAll(all: z.infer<typeof allSchema>): Schedule {
  const rooms = rowsOf(all.rooms).toSorted((a, b) => a.sort - b.sort);
  const known: Known = {
    speakers: new Map(
      all.speakers.flatMap((row) => {
        const speaker = speakerSchema.safeParse(row).data;
        const name = speaker?.fullName ?? [speaker?.firstName, speaker?.lastName].filter(Boolean).join(' ');
        if (!speaker || speaker.id === null || name === '') return [];
        return [[speaker.id, { name, ...(speaker.tagLine !== null && { affiliation: speaker.tagLine }) }]];
      }),
    ),
    rooms: namesOf(rooms),
    categories: namesOf(rowsOf(all.categories).flatMap(({ items }) => rowsOf(items))),
    questions: new Map(
      rowsOf(all.questions).flatMap(({ id, question }) => (id && question ? [[id, question]] : [])),
    ),
  };
  const found = new ScheduleBuilder();
  take(found, known, all.sessions, (index) => `sessions[${index}]`);
  return found.schedule('sessionize-all', {
    rooms: rooms.flatMap(({ name }) => name ?? []),
    roomKeys: new Map(rooms.flatMap(({ id, name }) => (id && name ? [[name, id]] : []))),
  });
}

/** The view "Sessions": groups; the same session may stand in several. */
function readGroups(groups: readonly (z.infer<typeof groupSchema> | null)[]): Schedule {
  const found = new ScheduleBuilder();
  const met = new Set<string>();
  for (const [at, group] of groups.entries()) {
    if (!group) found.skip(`[${at}]`, 'it is no group of sessions');
    else take(found, nothingKnown, group.sessions, (index) => `[${at}].sessions[${index}]`, { met });
  }
  return found.schedule('sessionize-sessions');
}

/** The view "GridSmart": every session stands under `rooms` and again under `timeSlots`; only `rooms` is read. */
function readGrid(days: readonly (z.infer<typeof daySchema> | null)[]): Schedule {
  const found = new ScheduleBuilder();
  const met = new Set<string>();
  const keys = new Map<string, string | null>();
  for (const [at, day] of days.entries()) {
    if (!day) found.skip(`[${at}]`, 'it is no day with rooms');
    for (const [roomAt, value] of (day?.rooms ?? []).entries()) {
      const room = gridRoomSchema.safeParse(value).data;
      const label = day?.date && /^\d{4}-\d{2}-\d{2}/.test(day.date) ? day.date.slice(0, 10) : undefined;
      const place = { met, room: room?.name ?? null, day: label };
      if (!room) found.skip(`[${at}].rooms[${roomAt}]`, 'it is no room with sessions');
      else
        take(
          found,
          nothingKnown,
          room.sessions,
          (index) => `[${at}].rooms[${roomAt}].sessions[${index}]`,
          place,
        );
      if (room?.name && !keys.has(room.name)) keys.set(room.name, room.id);
    }
  }
  return found.schedule('sessionize-grid', {
    rooms: [...keys.keys()],
    roomKeys: new Map([...keys].flatMap(([name, id]) => (id === null ? [] : [[name, id]]))),
  });
}

const nothingKnown: Known = {
  speakers: new Map(),
  rooms: new Map(),
  categories: new Map(),
  questions: new Map(),
};

interface Place {
  /** Ids that were found already; a plenum session may stand in several rooms. */
  met?: Set<string>;
  room?: string | null;
  day?: string | undefined;
}

function take(
  found: ScheduleBuilder,
  known: Known,
  rows: readonly unknown[],
  whereOf: (index: number) => string,
  { met, room = null, day }: Place = {},
): void {
  for (const [index, value] of rows.entries()) {
    const where = whereOf(index);
    const row: Row | undefined = rowSchema.safeParse(value).data;
    if (row?.id && met?.has(row.id)) continue;
    if (row?.id) met?.add(row.id);
    const session = row ? sessionOf(row, known, { where, room, day }) : 'it is no group of fields';
    if (typeof session === 'string') found.skip(where, session);
    else found.sessions.push(session);
    if (row && typeof session !== 'string') sayUnknown(row, known, session, found);
  }
}

/** Says which ids of a session nothing in the file explains. */
function sayUnknown(
  row: Row,
  known: Known,
  { where, title, speakers, room }: FoundSession,
  found: ScheduleBuilder,
): void {
  const lost = row.speakers.length - speakers.length;
  if (lost > 0)
    found.warn(where, `${lost} of the speakers of ${quoted(title)} are not in the file; they are left out.`);
  if (row.roomId !== null && room === null && known.rooms.size > 0)
    found.warn(where, `The room ${row.roomId.slice(0, 40)} of ${quoted(title)} is not in the file.`);
}

function rowsOf(rows: readonly unknown[]): z.infer<typeof namedSchema>[] {
  return rows.flatMap((row) => namedSchema.safeParse(row).data ?? []);
}

function namesOf(rows: readonly z.infer<typeof namedSchema>[]): Map<string, string> {
  return new Map(rows.flatMap(({ id, name }) => (id && name ? [[id, name]] : [])));
}
