import type { EventView, PartView, SessionView, SpeakerView } from '../../shared/views/view.ts';
import type { Scene, ShownQuestion } from '../stage/scene.ts';

/** When the samples are looked at, epoch milliseconds. */
export const at = Date.parse('2026-04-26T14:12:20.000Z');

const instant = (time: string) => `2026-04-26T${time}:00.000Z`;

const person = (name: string, affiliation: string | null = null, remote = false): SpeakerView => ({
  id: name,
  name,
  affiliation,
  remote,
});

const times = (start: string, end: string) => ({
  plannedStart: instant(start),
  plannedEnd: instant(end),
  expectedStart: instant(start),
  expectedEnd: instant(end),
  startedAt: null,
  endedAt: null,
});

function session(
  id: string,
  kind: SessionView['kind'],
  title: string,
  [start, end]: [start: string, end: string],
  rest: Partial<SessionView> = {},
): SessionView {
  return {
    ...{ id, kind, title, room: 'main', day: '2026-04-26', speakers: [] },
    ...times(start, end),
    ...{ assumed: false, status: 'upcoming', passed: false, questions: 'closed', questionsCloseAt: null },
    ...{ questionsMode: 'auto', phase: 'decide', qaStart: null, fixed: false, stream: null, parts: [] },
    ...rest,
  };
}

/** The event of the samples. */
export const event: EventView = {
  slug: 'icbinb-2026',
  title: 'I Can’t Believe It’s Not Better: Failure modes of large models',
  timezone: 'America/Sao_Paulo',
  venue: 'Rio de Janeiro',
  code: 'KLM4',
  joinUrl: 'https://ask.example.org/j/KLM4',
  startsAt: instant('11:00'),
  endsAt: instant('20:30'),
  days: ['2026-04-26'],
  rooms: [{ id: 'main', name: 'Room 204' }],
  codeOfConduct: null,
  contact: null,
  privacy: null,
  links: [],
  policy: {
    ...{ moderation: 'before', anonymous: 'default', ranking: 'fair', autorun: true, askBefore: true },
    ...{ unattended: 'hold', streamDelaySeconds: 20, publish: 'all' },
  },
  people: { inRoom: 84, remote: 312 },
  closed: false,
  counters: { asked: 31, answered: 22, kept: 2, dismissed: 3 },
};

const panellists = [
  person('Anna Rohrbach', 'TU Darmstadt'),
  person('Sewon Min', 'UC Berkeley', true),
  person('Jean-Baptiste Poquelin de la Rochefoucauld', 'Sorbonne'),
  person('Wei Zhang', 'Tsinghua'),
  person('Lucía Fernández', 'UBA'),
];

const spotlight: PartView = {
  id: 'spotlight-3',
  title: 'On the failure of calibration under distribution shift',
  speakers: [person('Priya Natarajan', 'IISc')],
  ...times('14:05', '14:15'),
};

const opening = session('opening', 'opening', 'Opening remarks', ['11:00', '11:10'], {
  status: 'ended',
  startedAt: instant('11:00'),
  endedAt: instant('11:12'),
});
const talk = session(
  'talk-2',
  'talk',
  'What retrieval cannot mend: when the training data is not public',
  ['14:00', '14:40'],
  {
    speakers: [person('Sewon Min', 'UC Berkeley', true)],
    status: 'onAir',
    startedAt: instant('14:06'),
    expectedEnd: instant('14:46'),
    questions: 'open',
  },
);
const coffee = session('coffee', 'break', 'Coffee break', ['14:40', '15:00'], {
  expectedStart: instant('14:46'),
});
const panel = session(
  'panel',
  'panel',
  'Panel: what should a negative result look like?',
  ['15:00', '16:00'],
  {
    speakers: panellists,
    questions: 'open',
  },
);
const posters = session('posters', 'posters', 'Poster session', ['16:00', '17:30']);
const closing = session('closing', 'closing', 'Closing and awards', ['20:00', '20:30']);
const spotlights = session('spotlights', 'spotlights', 'Spotlight talks', ['14:00', '15:00'], {
  parts: [spotlight],
});

/** A day of so many sessions of 20 minutes that nothing has made late; the first of them is on. */
function onTime(count: number, title: (n: number) => string, speakers: readonly SpeakerView[]): Scene {
  const clock = (n: number) =>
    `${String(Math.floor((n * 20) / 60) + 14).padStart(2, '0')}:${String((n * 20) % 60).padStart(2, '0')}`;
  const sessions = Array.from({ length: count }, (_, n) =>
    session(`on-time-${n}`, 'talk', title(n + 1), [clock(n), clock(n + 1)], {
      speakers: [...speakers],
      ...(n === 0 && { status: 'onAir', startedAt: instant('14:00') }),
    }),
  );
  return { kind: 'timeline', sessions, now: sessions[0] ?? null };
}

const shortTitle = (n: number) => `Talk ${n}`;
const longTitle = (n: number) =>
  `${n}. Towards a more than usually careful account of why benchmarks that leaked keep being reported as evidence`;

const question: ShownQuestion = {
  id: 'question',
  n: 9,
  text: 'How would you tell a model that reasons from one that retrieves a similar training example, when the training data is not public?',
  author: { name: 'Wei' },
  attendance: 'remote',
  upvotes: 24,
  session: 'talk-2',
  part: null,
};

const began = Date.parse(instant('14:06'));
const left = { to: Date.parse(instant('14:46')), from: began, of: 'questions' } as const;
const lastMinute = { to: at + 47_000, from: began, of: 'questions' } as const;
const over = { to: at - 95_000, from: began, of: 'session' } as const;
const soon = { to: Date.parse(instant('15:00')), from: null, of: 'start' } as const;

const aboutTalk = { about: talk, part: null, now: talk, countdown: left, next: coffee };

/** Every scene that a stage has, by what it is; with long and short words where they matter. */
export const scenes: Readonly<Record<string, Scene>> = {
  question: { kind: 'question', question, ...aboutTalk },
  'question, short': {
    kind: 'question',
    question: { ...question, text: 'Why?', author: null },
    ...aboutTalk,
  },
  'question, panel': {
    kind: 'question',
    question: { ...question, text: `${question.text} ${question.text}`.slice(0, 300) },
    ...{ about: panel, part: null, now: panel, countdown: lastMinute, next: posters },
  },
  message: { kind: 'message', text: 'Lunch is served on the terrace' },
  talk: { kind: 'talk', now: talk, title: talk.title, speakers: talk.speakers },
  'talk, short': { kind: 'talk', now: talk, title: 'Failing well', speakers: talk.speakers },
  'talk, long': {
    kind: 'talk',
    now: talk,
    title:
      'A very long title that somebody copied out of an abstract: towards a more than usually careful account of why benchmarks that leaked into pretraining corpora keep being reported as evidence',
    speakers: panellists.slice(0, 3),
  },
  spotlight: { kind: 'spotlight', now: spotlights, title: spotlight.title, speakers: spotlight.speakers },
  panel: { kind: 'panel', now: panel, title: panel.title, speakers: panellists },
  'ask now': { kind: 'qa-invite', now: talk, part: null, countdown: left },
  posters: {
    kind: 'posters',
    now: posters,
    countdown: { to: Date.parse(instant('17:30')), from: null, of: 'session' },
  },
  welcome: { kind: 'doors', now: null, next: opening, countdown: { ...soon, to: at + 8 * 60_000 } },
  break: { kind: 'break', now: coffee, next: panel, countdown: soon },
  'break by itself': { kind: 'break', now: null, next: panel, countdown: soon },
  programme: {
    kind: 'timeline',
    sessions: [opening, talk, coffee, panel, posters, closing],
    now: talk,
  },
  'programme, 1 on time': onTime(1, shortTitle, []),
  'programme, 9 on time': onTime(9, shortTitle, panellists.slice(0, 1)),
  'programme, 25 on time': onTime(25, longTitle, []),
  'programme, 25 with speakers on time': onTime(25, longTitle, panellists.slice(2, 4)),
  timer: { kind: 'timer', now: talk, next: coffee, countdown: left },
  'timer, last minute': { kind: 'timer', now: talk, next: coffee, countdown: lastMinute },
  'timer, over': { kind: 'timer', now: talk, next: coffee, countdown: over },
  join: { kind: 'join' },
  end: { kind: 'end' },
  'programme elsewhere': {
    kind: 'timeline',
    sessions: [talk, coffee, panel, closing],
    now: null,
    elsewhere: true,
  },
  test: { kind: 'test' },
};
