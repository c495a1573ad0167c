import type { Speaker } from '../../../../shared/rundown/programme.ts';
import type { EventFile, SessionInFile } from '../../file/event-file.ts';
import { idFrom, uniqueId } from '../ids.ts';
import { Matcher } from './matcher.ts';

/** Gives the speakers of one session or part their ids. */
export type GiveSpeakers = (speakers: SessionInFile['speakers']) => Speaker[];

type Person = Pick<Speaker, 'name' | 'affiliation'>;

/**
 * One event's ids of speakers: the same name with the same affiliation is the same person wherever it stands, and keeps
 * the id of before; so does the one person of a name whose affiliation changed.
 */
export function speakerIds(file: EventFile, before: readonly Speaker[] = []): GiveSpeakers {
  const earlier = new Map(before.map((speaker) => [markOf(speaker), speaker]));
  const later = new Map(
    file.sessions
      .flatMap(({ speakers = [], parts = [] }) => [
        ...speakers,
        ...parts.flatMap((part) => part.speakers ?? []),
      ])
      .map(({ name, affiliation = null }) => [markOf({ name, affiliation }), { name, affiliation }]),
  );
  const { pairs } = new Matcher<Speaker, Person>(earlier.values(), later.values())
    .by(markOf, markOf)
    .by(nameOf, nameOf);
  const ids = new Map([...pairs].map(([person, { id }]) => [markOf(person), id]));
  const taken = new Set([...earlier.values()].map(({ id }) => id));
  return (speakers = []) =>
    speakers.map(({ name, affiliation = null, remote = false }) => {
      const person = markOf({ name, affiliation });
      const id = ids.get(person) ?? uniqueId(idFrom(name), taken);
      ids.set(person, id);
      return { id, name, affiliation, remote };
    });
}

function markOf({ name, affiliation }: Person): string {
  return JSON.stringify([name, affiliation]);
}

function nameOf({ name }: Person): string {
  return name;
}
