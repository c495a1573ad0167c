import type { Attendance, ParticipantRow } from '../people/participant.ts';
import { takenAt } from '../questions/indexes.ts';
import { isTaken, standingLong } from '../questions/taken.ts';
import { homeOf } from '../rundown/home.ts';
import { minute } from '../rundown/session.ts';
import { countBy } from '../state/rows-by.ts';
import { eventOf, textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import { attendeeLens, publicMessages } from './attendee.ts';
import type { DrawnView, ViewContext } from './context.ts';
import type { Lens } from './lens.ts';
import { meView } from './own.ts';
import { roomOfDisplay } from './projector.ts';
import { staffQuestions } from './questions.ts';
import type { ModeratorView, StaffEvent, StaffSession } from './role-views.ts';
import { eventView, noteView, sessionView, staffCounters, tallies } from './rows.ts';
import type { DisplayView } from './view.ts';

/** A session as the staff knows it, with what everybody was told and what was written to its speaker; null where it is gone. */
export function staffSession(context: ViewContext, id: string): StaffSession | null {
  const session = context.state.tables.sessions.get(id);
  if (!session || session.removed) return null;
  const [internal, announced] = [context.internal.get(id), context.announced.get(id)];
  const cut = session.endedAt === null ? (internal?.wantedEnd ?? 0) - (internal?.end ?? 0) : 0;
  const view = sessionView(context, session, 'internal');
  return {
    ...view,
    notYet: session.notYet,
    cut: Math.round(cut / minute),
    toldStart: iso(announced?.start ?? null),
    toldEnd: iso(announced?.end ?? null),
    toldQaStart: iso(announced?.qaStart ?? null),
    dueSince: view.status === 'due' ? iso(internal?.due ?? null) : null,
    note: noteView(context, session),
    speakerSawAt: iso(session.speakerSawAt ?? null),
  };
}

/** What the desk may know: the public's view with every status and internal times, displays, reports, colleagues, balance. */
export const moderatorLens: Lens<ModeratorView> = {
  singles: { ...attendeeLens.singles, event: staffEvent, balance: balanceOf },
  collections: {
    ...attendeeLens.collections,
    sessions: { ids: ({ state }) => state.tables.sessions.keys(), row: staffSession },
    questions: staffQuestions,
    tallies: {
      ids: tallies.ids,
      row(context, id) {
        const tally = tallies.row(context, id);
        return tally && staffCounters(context.state, tally, id);
      },
    },
    messages: publicMessages(['all', 'inRoom', 'remote', 'staff', 'speakers']),
    displays: {
      unlogged: true,
      ids: ({ around, state }) => new Set([...around.displays.keys(), ...state.tables.displays.keys()]),
      row: displayRow,
    },
    crew: {
      unlogged: true,
      // Whoever is none of the crew is not even looked at: ids of rows that are not there are told to who was away.
      ids: ({ state }) => [...state.tables.participants.values()].filter(isCrew).map(({ id }) => id),
      row({ state, around }, id) {
        const person = state.tables.participants.get(id);
        if (!person || !isCrew(person)) return null;
        const seen = around.seen.get(id);
        return {
          id,
          name: textOf(state, person.name),
          role: person.role,
          connected: seen === null,
          seenAt: seen === undefined ? null : iso(seen),
          revoked: person.revokedAt !== null,
        };
      },
    },
    staff: {
      unlogged: true,
      ids: ({ around }) => around.staff.keys(),
      row({ state, around }, id) {
        const here = around.staff.get(id);
        // Whom the log knows is called as it says: names can be changed and forgotten while somebody is here.
        const known = state.tables.participants.get(id);
        return here ? { ...here, name: known ? textOf(state, known.name) : here.name } : null;
      },
    },
    reports: {
      ids: ({ state }) => state.tables.reports.keys(),
      row({ state }, id) {
        const report = state.tables.reports.get(id);
        return report
          ? {
              id,
              question: report.question,
              why: textOf(state, report.why) ?? '',
              at: iso(report.at),
              resolved: report.resolved,
            }
          : null;
      },
    },
  },
  own: (context, viewer) => ({ me: meView(context, viewer), questions: {} }),
};

/** The event, with what only those who run it are told of the server. */
function staffEvent(context: ViewContext): StaffEvent {
  const { clockAhead, filled = null } = context.around;
  const event = eventView(context);
  return {
    ...event,
    counters: staffCounters(context.state, event.counters),
    filled,
    door: eventOf(context.state)?.passcode == null ? 'open' : 'passcode',
    clockAhead: clockAhead === null ? null : Math.round(clockAhead / 1_000) * 1_000,
  };
}

function isCrew({ role }: ParticipantRow): boolean {
  return role !== 'attendee' && role !== 'projector';
}

/** A display that spoke or was claimed: what it drew, in the room and look it was given. */
function displayRow({ state, around }: ViewContext, id: string): Required<DisplayView> | null {
  const drawn = around.displays.get(id);
  const claimed = state.tables.displays.get(id);
  if (!drawn?.connected && (claimed ? claimed.removed : !drawn)) return null;
  const { scope, ...said } = drawn ?? neverDrawn(id);
  const set = claimed && !claimed.removed ? claimed : null;
  return {
    ...said,
    room: roomOfDisplay(state, set, scope),
    name: textOf(state, set?.name ?? null),
    claimed: set !== null,
    layout: set?.layout ?? null,
    background: set?.background ?? null,
    theme: set?.theme ?? null,
  };
}

/** What is known of a claimed display that has not spoken since this server started. */
function neverDrawn(id: string): DrawnView {
  const [scope = '', display = ''] = id.split('/');
  const nothing = { seq: 0, kind: 'none', question: null, fits: true, width: 0, height: 0 };
  return { id, scope: scope === '' ? null : scope, display, ...nothing, at: iso(0), connected: false };
}

/**
 * [V25] How many questions of each session were taken, by where their askers are. Every session
 * has its line: one that vanished could not be told to a client that was away.
 */
function balanceOf({ state }: ViewContext): Record<string, { inRoom: number; remote: number }> {
  const balance: Record<string, { inRoom: number; remote: number }> = {};
  const taken = (id: string, attendance: Attendance) => countBy(state, takenAt, `${id}/${attendance}`);
  for (const id of state.tables.sessions.keys())
    balance[id] = { inRoom: taken(id, 'inRoom'), remote: taken(id, 'remote') };
  for (const id of standingLong(state)) {
    const question = state.tables.questions.get(id);
    const line = question && !isTaken(question) && balance[homeOf(question).session ?? ''];
    if (line) line[question.attendance] += 1;
  }
  return balance;
}
