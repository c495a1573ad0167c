import type { EventFile } from '../../file/event-file.ts';

/**
 * A schedule that names the event's venue behind each room, as the calendar does that is given out here, with the rooms
 * alone. What takes place at the venue and in no room of it is everybody's, where there are several rooms.
 */
export function withoutVenue({ venue, rooms: known = [] }: EventFile, file: EventFile): EventFile {
  if (venue === undefined || file.rooms === undefined) return file;
  const isVenue = ({ name }: { name: string }) =>
    name === venue && known.length > 1 && !known.some((room) => room.name === venue);
  const everywhere = new Set(file.rooms.every(isVenue) ? [] : file.rooms.filter(isVenue).map(({ id }) => id));
  const behind = `, ${venue}`;
  return {
    ...file,
    rooms: file.rooms
      .filter(({ id }) => !everywhere.has(id))
      .map((room) => ({
        ...room,
        name: room.name.endsWith(behind) ? room.name.slice(0, -behind.length) || room.name : room.name,
      })),
    sessions: file.sessions.map(({ room, ...session }) => ({
      ...session,
      ...(room !== undefined && !everywhere.has(room) && { room }),
    })),
  };
}
