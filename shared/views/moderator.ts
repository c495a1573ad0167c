import { minute } from '../rundown/session.ts';
import { iso } from '../wire/instant.ts';
import { attendeeLens, publicMessages } from './attendee.ts';
import type { CollectionLens, Lens, Scene } from './lens.ts';
import { meView, staffQuestion } from './questions.ts';
import { noteView, sessionView } from './rows.ts';

/** Every session as the crew knows it, with what everybody was told and what was written to its speaker. */
const crewSessions: CollectionLens = {
  ids: ({ state }) => state.tables.sessions.keys(),
  row(scene, id) {
    const session = scene.state.tables.sessions.get(id);
    if (!session || session.removed) return null;
    const [crew, told] = [scene.crew.get(id), scene.told.get(id)];
    const cut = session.endedAt === null ? (crew?.wantedEnd ?? 0) - (crew?.end ?? 0) : 0;
    return {
      ...sessionView(scene, session, 'crew'),
      notYet: session.notYet,
      cut: Math.round(cut / minute),
      toldStart: iso(told?.start ?? null),
      toldEnd: iso(told?.end ?? null),
      note: noteView(session),
      speakerSawAt: iso(session.speakerSawAt ?? null),
    };
  },
};

/** What the desk may know: the public's view with every status and crew times, displays, reports, colleagues, balance. */
export const moderatorLens: Lens = {
  singles: { ...attendeeLens.singles, balance: balanceOf },
  collections: {
    ...attendeeLens.collections,
    sessions: crewSessions,
    questions: {
      ids: ({ state }) => state.tables.questions.keys(),
      row(scene, id) {
        const question = scene.state.tables.questions.get(id);
        return question ? staffQuestion(scene, question) : null;
      },
    },
    messages: publicMessages(['all', 'inRoom', 'remote', 'staff', 'speakers']),
    displays: {
      ids: ({ around }) => around.displays.keys(),
      row: ({ around }, id) => around.displays.get(id) ?? null,
    },
    staff: {
      ids: ({ around }) => around.staff.keys(),
      row: ({ around }, id) => around.staff.get(id) ?? null,
    },
    reports: {
      ids: ({ state }) => state.tables.reports.keys(),
      row({ state }, id) {
        const report = state.tables.reports.get(id);
        return report
          ? { id, question: report.question, why: report.why, at: iso(report.at), resolved: report.resolved }
          : null;
      },
    },
  },
  own: (scene, viewer) => ({ me: meView(scene, viewer), questions: {} }),
};

/**
 * How many questions of each session were taken to the screen or answered, by where their askers are. Every session
 * has its line: one that vanished could not be told to a client that was away.
 */
function balanceOf({ state }: Scene): Record<string, { inRoom: number; remote: number }> {
  const balance: Record<string, { inRoom: number; remote: number }> = {};
  for (const id of state.tables.sessions.keys()) balance[id] = { inRoom: 0, remote: 0 };
  for (const { session, shown, status, attendance } of state.tables.questions.values()) {
    if (session === null || (!shown && status !== 'answered')) continue;
    const taken = balance[session] ?? { inRoom: 0, remote: 0 };
    balance[session] = { ...taken, [attendance]: taken[attendance] + 1 };
  }
  return balance;
}
