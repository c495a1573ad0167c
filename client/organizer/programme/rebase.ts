import { type Draft, type DraftSession, equal, type SessionEdit, without } from './draft.ts';

/**
 * My changes on top of what somebody else made of the same event meanwhile: each field that I changed is as I have it, all
 * others are as they are now.
 */
export function rebased(mine: Draft, base: Draft, now: Draft): Draft {
  const touched = touchedSince(base, mine);
  const gone = new Set(
    base.sessions.map(({ id }) => id).filter((id) => !mine.sessions.some((session) => session.id === id)),
  );
  return {
    ...now,
    ...own(mine, base),
    sessions: [
      ...now.sessions
        .filter(({ id }) => !gone.has(id))
        .map((session) => without({ ...session, ...touched.get(session.id ?? '')?.edit })),
      ...mine.sessions.filter(
        (session) => session.id === undefined && !base.sessions.some((known) => equal(known, session)),
      ),
    ],
  };
}

/** The titles of sessions that I changed and that somebody else has taken away meanwhile. */
export function lostEdits(mine: Draft, base: Draft, now: Draft): string[] {
  const still = new Set(now.sessions.map(({ id }) => id));
  return [...touchedSince(base, mine).values()].filter(({ id }) => !still.has(id)).map(({ title }) => title);
}

/** The sessions of a draft that have other fields than they had, by their ids, with these fields. */
function touchedSince(base: Draft, mine: Draft) {
  const were = new Map(base.sessions.map((session) => [session.id, session]));
  return new Map(
    mine.sessions.flatMap((session) => {
      const { id, title } = session;
      const before = were.get(id);
      if (id === undefined || before === undefined || equal(session, before)) return [];
      return [[id, { id, title, edit: otherFields(session, before) }] as const];
    }),
  );
}

/** The fields that one session has otherwise than another; undefined for those that it has not. */
function otherFields(one: DraftSession, other: DraftSession): SessionEdit {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries(
    [...names].filter((name) => !equal(one[name], other[name])).map((name) => [name, one[name]]),
  );
}

/** The fields of the event itself that one draft has otherwise than another. */
function own(mine: Draft, base: Draft): Partial<Draft> {
  return {
    ...(mine.title !== base.title && { title: mine.title }),
    ...(mine.timezone !== base.timezone && { timezone: mine.timezone }),
    ...(mine.venue !== base.venue && { venue: mine.venue }),
    ...(mine.rooms && !equal(mine.rooms, base.rooms) && { rooms: mine.rooms }),
  };
}
