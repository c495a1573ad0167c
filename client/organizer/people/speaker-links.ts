import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { InviteView, SessionView } from '../../../shared/views/view.ts';

/** A session in which somebody speaks, with the link to their page of it that was made last; null: none. */
export interface SpeakerTalk {
  session: SessionView;
  link: InviteView | null;
}

/** Somebody who speaks, and where, in the order of the programme. Each session has a page, and so a link, of its own. */
export interface SpeakerLinks {
  /** The id under which the programme knows them first. */
  id: string;
  name: string;
  talks: readonly [SpeakerTalk, ...SpeakerTalk[]];
}

type Person = SessionView['speakers'][number];

/** Everybody who speaks, one line a person, in the order in which they speak first, with their links. */
export function speakerLinks(
  sessions: readonly SessionView[],
  invites: readonly InviteView[],
): SpeakerLinks[] {
  const inOrder = sessions
    .filter((session) => takesQuestions(session) && session.status !== 'cancelled')
    .toSorted((one, other) => one.plannedStart.localeCompare(other.plannedStart));
  const isSame = samePerson(inOrder.flatMap(speakersOf));
  const people = new Map<string, { id: string; name: string; talks: [SpeakerTalk, ...SpeakerTalk[]] }>();
  for (const session of inOrder)
    for (const speaker of speakersOf(session)) {
      const talk = { session, link: linkOf(session, speaker.name, invites) };
      const known = people.get(isSame(speaker));
      if (known === undefined)
        people.set(isSame(speaker), { id: speaker.id, name: speaker.name, talks: [talk] });
      else if (known.talks.every((each) => each.session.id !== session.id)) known.talks.push(talk);
    }
  return [...people.values()];
}

/** How many of the people have a link for each of their sessions. */
export function fullyLinked(people: readonly SpeakerLinks[]): number {
  return people.filter(({ talks }) => talks.every(({ link }) => link !== null)).length;
}

function speakersOf({ speakers, parts }: SessionView): Person[] {
  return [...speakers, ...parts.flatMap((part) => part.speakers)];
}

/**
 * What tells one person from another: their id. Where all of a name have the same affiliation or none, they are one person
 * who was written in two ways.
 */
function samePerson(speakers: readonly Person[]): (speaker: Person) => string {
  const places = new Map<string, Set<string>>();
  for (const { name, affiliation } of speakers) {
    const known = places.get(name) ?? new Set();
    if (affiliation !== null) known.add(affiliation);
    places.set(name, known);
  }
  return ({ id, name }) => ((places.get(name)?.size ?? 0) > 1 ? `id ${id}` : `name ${name}`);
}

/** A link that names nobody is for all who speak in its session. */
function linkOf(session: SessionView, name: string, invites: readonly InviteView[]): InviteView | null {
  const links = invites
    .filter(({ role, scope, ended }) => role === 'speaker' && scope?.session === session.id && !ended)
    .toSorted((one, other) => (other.madeAt ?? '').localeCompare(one.madeAt ?? ''));
  return links.find((link) => link.name === name) ?? links.find((link) => link.name === null) ?? null;
}
