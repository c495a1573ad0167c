import type { Speaker } from '../../shared/rundown/programme.ts';
import type { SessionInFile } from './event-file.ts';
import { idFrom, uniqueId } from './ids.ts';

/** Gives the speakers of one session or part their ids. */
export type GiveSpeakers = (speakers: SessionInFile['speakers']) => Speaker[];

/** One event's ids of speakers: the same name with the same affiliation is the same person wherever it stands. */
export function speakerIds(): GiveSpeakers {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  return (speakers = []) =>
    speakers.map(({ name, affiliation = null, remote = false }) => {
      const person = JSON.stringify([name, affiliation]);
      const id = ids.get(person) ?? uniqueId(idFrom(name), taken);
      ids.set(person, id);
      return { id, name, affiliation, remote };
    });
}
