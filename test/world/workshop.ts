import type { PosterPlan, Programme, SessionPlan } from '../../shared/rundown/programme.ts';
import type { SessionKind } from '../../shared/rundown/session-kind.ts';

/** An instant of the workshop's day in epoch milliseconds, from `HH:MM` or `HH:MM:SS` in UTC. */
export function at(time: string): number {
  return Date.parse(`2026-04-26T${time.length === 5 ? `${time}:00` : time}.000Z`);
}

const minute = 60_000;
const day = '2026-04-26';

/** A session of the workshop: id, kind, start as `HH:MM`, minutes, and what differs from a plain one in the main room. */
export function session(
  id: string,
  kind: SessionKind,
  start: string,
  minutes: number,
  more: Partial<SessionPlan> = {},
): SessionPlan {
  const from = at(start);
  return {
    id,
    kind,
    title: `Title of ${id}`,
    localStart: `${day}T${start}`,
    start: from,
    end: from + minutes * minute,
    day,
    qa: 0,
    fixed: false,
    shrinkTo: null,
    room: 'main',
    speakers: [],
    abstract: null,
    stream: null,
    captions: null,
    recording: null,
    parts: [],
    ...more,
  };
}

function part(id: string, start: string) {
  return {
    id,
    title: `Title of ${id}`,
    start: at(start),
    end: at(start) + 10 * minute,
    speakers: [],
    paper: null,
  };
}

const lovelace = { id: 'lovelace', name: 'Ada Lovelace', affiliation: null, remote: false };

/** One room: the talk at 08:10 has ten minutes of Q&A, coffee gives way down to ten minutes, lunch is fixed at 11:10. */
const sessions: readonly SessionPlan[] = [
  session('opening', 'opening', '08:00', 10),
  session('talk-1', 'talk', '08:10', 40, { qa: 10, speakers: [lovelace] }),
  session('spotlights', 'spotlights', '08:50', 30, {
    parts: [part('spot-1', '08:50'), part('spot-2', '09:00'), part('spot-3', '09:10')],
  }),
  session('coffee', 'break', '09:20', 30, { shrinkTo: 10 }),
  session('talk-2', 'talk', '09:50', 40, { qa: 10 }),
  session('talk-3', 'talk', '10:30', 30),
  session('lunch', 'break', '11:10', 60, { fixed: true }),
  session('panel', 'panel', '12:10', 50),
  session('posters', 'posters', '13:00', 60),
  session('closing', 'closing', '14:00', 10),
];

const poster: PosterPlan = {
  id: 'poster-1',
  session: 'posters',
  number: 1,
  title: 'A poster',
  authors: ['Pia'],
  kind: null,
  abstract: null,
  paper: null,
  poster: null,
  meet: null,
  facts: [],
  awards: [],
};

/** The programme of a one-room workshop day in UTC. */
export const workshop: Programme = {
  slug: 'workshop',
  title: 'Workshop',
  timezone: 'Etc/UTC',
  venue: null,
  codeOfConduct: null,
  contact: null,
  privacy: null,
  links: [],
  listed: true,
  code: 'KLM4',
  passcode: 'scrypt$canary$passcode',
  policy: {},
  startsAt: at('08:00'),
  endsAt: at('14:10'),
  days: [day],
  rooms: [{ id: 'main', name: 'Room 204', stream: null }],
  sessions: [...sessions],
  posters: [poster],
};

/** The same day in two rooms: opening and lunch are everybody's, the annex has two sessions of its own. */
export const inTwoRooms: Programme = {
  ...workshop,
  rooms: [...workshop.rooms, { id: 'annex', name: 'Annex', stream: null }],
  sessions: [
    ...sessions.map((each) =>
      each.id === 'opening' || each.id === 'lunch' ? { ...each, room: null } : each,
    ),
    session('annex-1', 'talk', '08:10', 70, { room: 'annex' }),
    session('annex-2', 'talk', '09:50', 70, { room: 'annex', qa: 20 }),
  ],
};
