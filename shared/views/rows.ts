import { shortDigest } from '../event/logo.ts';
import type { Look, Policy } from '../event/policy.ts';
import { asAsked, bySession, hidden } from '../questions/indexes.ts';
import type { QuestionStatus } from '../questions/question.ts';
import type { Knowledge } from '../rundown/order.ts';
import type { Span } from '../rundown/part-times.ts';
import type { PartRow, PosterRow, SessionRow } from '../rundown/session.ts';
import type { Times } from '../rundown/timing.ts';
import { phaseOf, statusOf, windowOf } from '../rundown/windows.ts';
import type { Show } from '../stage/show.ts';
import type { StageRow } from '../stage/stage.ts';
import { countBy, countInRank } from '../state/rows-by.ts';
import { eventOf, type State, textOf } from '../state/state.ts';
import { iso } from '../wire/instant.ts';
import type { ViewContext } from './context.ts';
import type { CollectionLens } from './lens.ts';
import type { PublicEvent, PublicSession } from './role-views.ts';
import type { Counters, MessageView, NoteView, PartView, PosterView, StageView } from './view.ts';

/** The event for everybody. Throws where the event has no programme yet: views begin with the first entry. */
export function eventView({ state, around }: ViewContext): PublicEvent {
  const event = eventOf(state);
  if (!event) throw new Error('An event without a programme has no view');
  return {
    slug: event.slug,
    title: event.title,
    timezone: event.timezone,
    venue: event.venue,
    code: event.code,
    joinUrl: around.joinUrl,
    startsAt: iso(event.startsAt),
    endsAt: iso(event.endsAt),
    days: [...event.days],
    rooms: [...state.tables.rooms.values()]
      .filter((room) => !room.removed)
      .map(({ id, name }) => ({ id, name })),
    codeOfConduct: event.codeOfConduct,
    contact: event.contact,
    privacy: event.privacy,
    links: [...event.links],
    policy: policyView(state, event.policy),
    people: around.people,
    closed: event.closed,
    counters: countersOf(
      state.tables.questions.size,
      (status) => countInRank(state, asAsked, status),
      countBy(state, hidden, 'of all'),
    ),
    unattended: around.unattended,
  };
}

/** A look for everybody; of a logo its short digest, as long as it is remembered. */
export function lookView(
  state: State,
  { accent, logo }: Look,
): { accent: string | null; logo: string | null } {
  return { accent, logo: logo !== null && textOf(state, logo) !== null ? shortDigest(logo) : null };
}

function policyView(state: State, { look, keepDays, ...switches }: Policy): PublicEvent['policy'] {
  return {
    ...switches,
    keepDays: keepDays ?? undefined,
    ...(look && { look: lookView(state, look) }),
  };
}

/** A session as the staff or everybody knows it. */
export function sessionView(context: ViewContext, session: SessionRow, knowledge: Knowledge): PublicSession {
  const { state } = context;
  const times = context[knowledge].get(session.id);
  const policy = eventOf(state)?.policy;
  if (!policy) throw new Error('An event without a programme has no view');
  const window = windowOf(session, policy, state.at);
  const status = statusOf(session, times, state.at);
  const longPast = status === 'ended' && session.endedAt === null;
  return {
    id: session.id,
    kind: session.kind,
    title: session.title,
    room: session.room,
    day: session.day,
    speakers: session.speakers,
    ...timesView(session, times),
    assumed: session.assumed,
    status,
    passed: session.startedAt === null && context.passed.has(session.id),
    questions: longPast ? 'closed' : window.questions,
    questionsCloseAt: iso(window.closesAt),
    questionsMode: session.questionsMode,
    phase: phaseOf(session, times, policy, state.at),
    qaStart: iso(times?.qaStart ?? null),
    fixed: session.fixed,
    stream: session.stream,
    parts: session.parts.map(
      (part): PartView => ({
        id: part.id,
        title: part.title,
        speakers: part.speakers,
        ...timesView(part, times?.parts.get(part.id)),
      }),
    ),
  };
}

/** What the chair wrote to a session's speaker; null where nothing stands. */
export function noteView({ state }: ViewContext, { note }: SessionRow): NoteView | null {
  const text = textOf(state, note?.text ?? null);
  return note && text !== null ? { id: note.id, text, at: iso(note.at), notedAt: iso(note.notedAt) } : null;
}

/** What a room's projector shows, room by id. */
export function stageView({ state }: ViewContext, stage: StageRow): StageView {
  return { room: stage.id, show: showView(state, stage.show), black: stage.black, since: iso(stage.since) };
}

/** What a stage shows, in words: a message whose text was forgotten is none any more. */
function showView(state: State, show: Show): Show {
  if (show.kind !== 'message') return show;
  const text = textOf(state, show.text);
  return text === null ? { kind: 'auto' } : { kind: 'message', text };
}

/** A poster in lists. */
export function posterView({ id, session, number, title, authors, kind }: PosterRow): PosterView {
  return { id, session, number, title, authors: [...authors], kind };
}

/** The announcements that hold now and are for one of these audiences. */
export function messageView(
  { state }: ViewContext,
  id: string,
  audiences: readonly string[],
): MessageView | null {
  const message = state.tables.messages.get(id);
  if (!message || message.ended || (message.until !== null && message.until <= state.at)) return null;
  const text = textOf(state, message.text);
  if (text === null || !audiences.includes(message.to)) return null;
  return { id, text, to: message.to, at: iso(message.at), until: iso(message.until) };
}

/** What everybody may know of the questions of each session: kept ones count where they were asked. */
export const tallies: CollectionLens<Counters> = {
  ids: ({ state }) => state.tables.sessions.keys(),
  row({ state }, id) {
    const session = state.tables.sessions.get(id);
    if (!session || session.removed) return null;
    return countersOf(
      countBy(state, bySession, id),
      (status) => countInRank(state, asAsked, `${status}/${id}`),
      countBy(state, hidden, `session/${id}`),
    );
  },
};

/** What the staff is told besides of how many questions there are of the whole event or a session: what its desk leaves out. */
export function staffCounters(state: State, counters: Counters, session?: string): Required<Counters> {
  const of = (status: QuestionStatus) =>
    countInRank(state, asAsked, session === undefined ? status : `${status}/${session}`);
  return {
    ...counters,
    inReview: of('inReview'),
    archived: of('archived'),
    merged: of('merged'),
    withdrawn: of('withdrawn'),
  };
}

/** What everybody is told; of what the staff prepared (`hidden`) nobody knows. */
function countersOf(asked: number, of: (status: QuestionStatus) => number, prepared: number): Counters {
  return {
    asked: asked - prepared,
    answered: of('answered'),
    kept: of('kept') - prepared,
    dismissed: of('dismissed'),
  };
}

function timesView(row: SessionRow | PartRow, times: Span | Times | undefined) {
  return {
    plannedStart: iso(row.start),
    plannedEnd: iso(row.end),
    expectedStart: iso(times?.start ?? null),
    expectedEnd: iso(times?.end ?? null),
    startedAt: iso(row.startedAt),
    endedAt: iso(row.endedAt),
  };
}
