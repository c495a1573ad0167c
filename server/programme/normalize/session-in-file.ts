import type { SessionInFile } from '../file/event-file.ts';
import { abstractOf, isCut, lineOf } from './abstracts.ts';
import type { Assumptions } from './assumptions.ts';
import { kindOf } from './kinds.ts';
import type { Lane } from './lanes.ts';
import { sortLinks } from './links.ts';
import type { TimedSession } from './timed.ts';

/** A session with its id, what it was made of where that is a key, and the name of its room; null: of none, or of all. */
export type Item = TimedSession & { id: string; key: string | null; room: string | null };

/** A session as an event file has it, in its room and on its day; says what was assumed, cut and left out of it. */
export function sessionOf(
  { found, start, end, local, id, key, day, assumed: guess }: Item & { day: string },
  lane: Lane | undefined,
  rooms: ReadonlyMap<string, string>,
  isFirst: boolean,
  computedDay: string,
  assumed: Assumptions,
): SessionInFile {
  const title = lineOf(found.title, 300) || 'Untitled';
  const say = (sort: string, message: string) => assumed.of(sort, message, found);
  if (guess !== null) say('times', `${title}: ${guess}`);
  if (lane?.moved) say('rooms', `${title} takes place beside others; it was given the room ${lane.room}.`);
  const { text, cut } = abstractOf(found.abstract);
  if (cut) say('abstracts', `The abstract of ${title} was cut at 20,000 characters.`);
  if (isCut(found.title, 300)) say('titles', `The title "${title.slice(0, 60)}…" was cut at 300 characters.`);
  const { leftOut, ...links } = sortLinks(found.links);
  assumed.leaveOut(leftOut, found.where);
  const called = /^\W*(?:cancelled|canceled|cancellation|abgesagt|annulé)\b/i.test(title);
  const cancelled = found.cancelled === true || called;
  if (called && found.cancelled !== true)
    say('cancelled', `${title} was taken as cancelled, as its title says.`);
  const speakers = found.speakers.flatMap(({ name, affiliation }) => {
    const who = lineOf(name, 120);
    const where = affiliation === undefined ? '' : lineOf(affiliation, 200);
    if (isCut(name, 120) || isCut(affiliation ?? '', 200))
      say(
        'speakers',
        `${who.slice(0, 60)} in ${title} was cut at 120 characters of a name, 200 of an affiliation.`,
      );
    return who === '' ? [] : [{ name: who, ...(where !== '' && { affiliation: where }) }];
  });
  if (speakers.length > 50)
    say('speakers', `${title} has ${speakers.length} speakers; the first 50 are kept.`);
  const room = lane?.room == null ? undefined : rooms.get(lane.room);
  return {
    id,
    ...(key !== null && { key }),
    kind: kindOf({ ...found, title }, isFirst),
    title,
    start: local,
    minutes: (end - start) / 60_000,
    ...(day !== computedDay && { day }),
    ...(room !== undefined && { room }),
    ...(speakers.length > 0 && { speakers: speakers.slice(0, 50) }),
    ...(text !== null && { abstract: text }),
    ...(cancelled && { cancelled: true }),
    ...links,
  };
}
