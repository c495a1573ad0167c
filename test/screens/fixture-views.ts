import type { EventView, QuestionView, SessionView, StageView, View } from '../../shared/views/view.ts';

/** The moment at which the fixtures stand: talk 2 runs, seven minutes of its questions are left. */
export const fixtureNow = Date.parse('2026-04-26T12:33:00.000Z');

const at = (minutes: number) => new Date(fixtureNow + minutes * 60_000).toISOString();

/** An event in Rio with one room. */
export function eventFixture(changes: Partial<EventView> = {}): EventView {
  return {
    slug: 'demo',
    title: 'I Can’t Believe It’s Not Better',
    timezone: 'America/Sao_Paulo',
    venue: 'Rio de Janeiro',
    code: 'KLM4',
    joinUrl: 'https://ask.example.org/j/KLM4',
    startsAt: at(-300),
    endsAt: at(300),
    days: ['2026-04-26'],
    rooms: [{ id: 'main', name: 'Room 204' }],
    codeOfConduct: null,
    contact: null,
    privacy: null,
    links: [],
    policy: {
      moderation: 'before',
      anonymous: 'default',
      ranking: 'popular',
      unattended: 'hold',
      names: true,
    },
    people: { inRoom: 41, remote: 120 },
    closed: false,
    counters: { asked: 37, answered: 21, kept: 9, dismissed: 2 },
    ...changes,
  };
}

/** A session that runs from and to so many minutes from now. */
export function sessionFixture(
  id: string,
  from: number,
  to: number,
  changes: Partial<SessionView> = {},
): SessionView {
  const status = to <= 0 ? 'ended' : from <= 0 ? 'onAir' : 'upcoming';
  return {
    id,
    kind: 'talk',
    title: `Session ${id}`,
    room: 'main',
    day: '2026-04-26',
    speakers: [],
    plannedStart: at(from),
    plannedEnd: at(to),
    expectedStart: at(from),
    expectedEnd: at(to),
    startedAt: from <= 0 ? at(from) : null,
    endedAt: to <= 0 ? at(to) : null,
    assumed: false,
    passed: false,
    status,
    questions: 'open',
    questionsCloseAt: null,
    questionsMode: 'auto',
    phase: 'decide',
    qaStart: null,
    fixed: false,
    stream: null,
    parts: [],
    ...changes,
  };
}

/** A question in the list. */
export function questionFixture(id: string, changes: Partial<QuestionView> = {}): QuestionView {
  return {
    id,
    n: 1,
    session: 'talk-2',
    poster: null,
    part: null,
    to: null,
    text: 'How sensitive is this to the choice of prior?',
    author: null,
    attendance: 'remote',
    status: 'live',
    upvotes: 3,
    askedAt: at(-5),
    answeredAt: null,
    reply: null,
    labels: [],
    mergedInto: null,
    editedAt: null,
    upNext: null,
    why: null,
    keptFor: null,
    anonymous: true,
    ...changes,
  };
}

/** What a room's stage shows. */
export function stageFixture(show: StageView['show'], changes: Partial<StageView> = {}): StageView {
  return { room: 'main', show, black: false, since: at(-0.6), ...changes };
}

/** The morning of the fixtures: a talk that ended, one in its questions, a break, a panel, posters. */
export function morningFixture(): Record<string, SessionView> {
  const speaker = { id: 'ada', name: 'Ada Lindqvist', affiliation: 'University of Bergen', remote: false };
  const sessions = [
    sessionFixture('talk-1', -60, -20, {
      title: 'Invited Talk 1: What negative results taught us about scaling',
    }),
    sessionFixture('talk-2', -33, 7, {
      title: 'Invited Talk 2: When better benchmarks make worse science',
      speakers: [speaker],
      qaStart: at(-3),
      plannedStart: at(-37),
      plannedEnd: at(3),
    }),
    sessionFixture('coffee', 7, 22, {
      kind: 'break',
      title: 'Coffee break',
      plannedStart: at(3),
      plannedEnd: at(22),
      questions: 'closed',
    }),
    sessionFixture('panel', 22, 82, {
      kind: 'panel',
      title: 'Panel: Publishing what did not work',
      speakers: [
        speaker,
        { id: 'bo', name: 'Bo Adeyemi', affiliation: 'Mila', remote: true },
        { id: 'chen', name: 'Chen Wei', affiliation: 'Tsinghua University', remote: false },
      ],
    }),
    sessionFixture('posters', 82, 142, { kind: 'posters', title: 'Poster session' }),
  ];
  return Object.fromEntries(sessions.map((session) => [session.id, session]));
}

/** A whole view for screens. */
export function viewFixture(changes: Partial<View> = {}): View {
  return {
    event: eventFixture(),
    sessions: morningFixture(),
    questions: {},
    stages: { main: stageFixture({ kind: 'auto' }) },
    ...changes,
  };
}
