import type { Actor } from '../../shared/state/actor.ts';

/** Who takes part, by readable ids. Names are digests: a text behind `#` is its own body. */
export const people = {
  ann: { participant: 'ann', role: 'attendee', person: { name: '#Ann', attendance: 'inRoom' } },
  bob: { participant: 'bob', role: 'attendee', person: { name: '#Bob', attendance: 'remote' } },
  cat: { participant: 'cat', role: 'attendee', person: { name: null, attendance: 'remote' } },
  lov: {
    participant: 'lov',
    role: 'speaker',
    session: 'talk-1',
    person: { name: '#Lovelace', attendance: 'inRoom' },
  },
  pia: {
    participant: 'pia',
    role: 'speaker',
    poster: 'poster-1',
    person: { name: '#Pia', attendance: 'inRoom' },
  },
  mod: { participant: 'mod', role: 'moderator', person: { name: '#Mo', attendance: 'inRoom' } },
  mia: { participant: 'mia', role: 'moderator', person: { name: '#Mia', attendance: 'inRoom' } },
  org: { participant: 'org', role: 'organizer', person: { name: '#Olga', attendance: 'inRoom' } },
  screen: { participant: 'screen', role: 'projector', person: { name: null, attendance: 'inRoom' } },
} satisfies Record<string, Actor>;
export type Who = keyof typeof people;
