import { createHash } from 'node:crypto';
import type { PosterPlan, Programme, RoomPlan, SessionPlan } from '../../../../shared/rundown/programme.ts';
import { same } from '../../../../shared/state/change.ts';
import type { Difference, FieldDifference } from '../../../../shared/wire/import.ts';
import { clashesOf } from './clashes.ts';
import type { Leaving } from './left-behind.ts';

/** Fields that follow from others and tell people nothing. */
const derived: ReadonlySet<string> = new Set(['localStart', 'id', 'key']);

/** Fields of an event that are no fact of its programme's page, or nobody's to read. */
const unsaid: ReadonlySet<string> = new Set([
  'sessions',
  'posters',
  'passcode',
  'startsAt',
  'endsAt',
  'days',
]);

/**
 * What a programme changes of the one before: sessions and fields that change, are new or go, and what is at the same
 * time from now on. Instants are ISO 8601 in UTC. `leaving` counts what sessions and rooms leave behind, `offAir` are
 * the sessions that would leave the air.
 */
export function differenceOf(
  before: Programme | null,
  after: Programme,
  leaving: Leaving = nothing,
  offAir: readonly Pick<SessionPlan, 'id' | 'title'>[] = [],
): Difference {
  const known = new Map((before?.sessions ?? []).map((session) => [session.id, session]));
  const next = new Map(after.sessions.map((session) => [session.id, session]));
  const clashes = clashesOf(before, after);
  return {
    ...(clashes.length > 0 && { clashes }),
    changed: after.sessions.flatMap((session) => {
      const was = known.get(session.id);
      const fields = was ? fieldsOf(was, session, derived) : [];
      return fields.length > 0 ? [{ id: session.id, title: session.title, fields }] : [];
    }),
    added: after.sessions
      .filter(({ id }) => !known.has(id))
      .map(({ id, title, start }) => ({ id, title, start: iso(start) })),
    removed: [...known.values()]
      .filter(({ id }) => !next.has(id))
      .map(({ id, title, start }) => ({ id, title, start: iso(start), ...leaving.session(id) })),
    offAir: offAir.map(({ id, title }) => ({ id, title, ...leaving.session(id) })),
    rooms: roomsOf(before?.rooms ?? [], after.rooms, leaving),
    event: before ? fieldsOf(inShort(before), inShort(keptSwitches(before, after)), unsaid) : [],
    posters: postersOf(before?.posters ?? [], after.posters),
  };
}

/** Where nobody counts, nothing is left behind. */
const nothing: Leaving = {
  session: () => ({ questions: 0, displays: 0, links: 0 }),
  room: () => ({ displays: 0, links: 0 }),
};

function roomsOf(
  before: readonly RoomPlan[],
  after: readonly RoomPlan[],
  leaving: Leaving,
): Difference['rooms'] {
  const known = new Map(before.map((room) => [room.id, room]));
  const next = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !known.has(id)).map(({ id, name }) => ({ id, name })),
    renamed: after.flatMap(({ id, name }) => {
      const was = known.get(id);
      return was && was.name !== name ? [{ id, before: was.name, after: name }] : [];
    }),
    removed: before
      .filter(({ id }) => !next.has(id))
      .map(({ id, name }) => ({ id, name, ...leaving.room(id) })),
  };
}

/** A programme as people read it: what a room is known by elsewhere is nobody's to read, nor is a logo in letters. */
function inShort(programme: Programme): Programme {
  const { policy, rooms } = programme;
  const { look } = policy;
  const logo = look?.logo == null ? null : createHash('sha256').update(look.logo).digest('hex').slice(0, 8);
  return {
    ...programme,
    policy: { ...policy, ...(look && { look: { ...look, logo } }) },
    rooms: rooms.map(({ key: _key, ...room }) => room),
  };
}

/** A programme with the switches that it does not name as they were: so they stay when it is applied. */
function keptSwitches({ policy }: Programme, after: Programme): Programme {
  const look = after.policy.look && { ...policy.look, ...after.policy.look };
  return { ...after, policy: { ...policy, ...after.policy, ...(look && { look }) } };
}

function fieldsOf(
  before: SessionPlan | Programme,
  after: SessionPlan | Programme,
  left: ReadonlySet<string>,
): FieldDifference[] {
  const was = new Map<string, unknown>(Object.entries(before));
  const is = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((field) => !left.has(field) && !same(was.get(field), is.get(field)))
    .map((field) => ({ field, before: said(field, was.get(field)), after: said(field, is.get(field)) }));
}

/** A value as a person reads it: instants as ISO, people by name, everything else as it is. */
function said(field: string, value: unknown): unknown {
  if ((field === 'start' || field === 'end') && typeof value === 'number') return iso(value);
  return value ?? null;
}

function postersOf(before: readonly PosterPlan[], after: readonly PosterPlan[]): Difference['posters'] {
  const known = new Map(before.map((poster) => [poster.id, poster]));
  const kept = after.filter(({ id }) => known.has(id));
  return {
    added: after.length - kept.length,
    changed: kept.filter((poster) => !same(known.get(poster.id), poster)).length,
    removed: known.size - kept.length,
  };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
