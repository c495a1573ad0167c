const rooms = 10;
const perRoom = 90;

/** The event file of a congress day: 10 rooms with 90 sessions of 5 minutes each one after the other, none fixed. */
export function bigDay(day: string): object {
  return {
    backrow: 1,
    slug: 'big',
    title: 'A congress day',
    timezone: 'Etc/UTC',
    rooms: Array.from({ length: rooms }, (_, room) => ({ id: `room-${room}`, name: `Room ${room}` })),
    sessions: Array.from({ length: rooms * perRoom }, (_, index) => {
      const room = index % rooms;
      const place = Math.floor(index / rooms);
      const from = 8 * 60 + place * 5;
      const two = (value: number) => String(value).padStart(2, '0');
      return {
        id: `s-${room}-${place}`,
        kind: place % 8 === 7 ? 'break' : 'talk',
        title: `Session ${place} in room ${room}`,
        start: `${day} ${two(Math.floor(from / 60))}:${two(from % 60)}`,
        minutes: 5,
        room: `room-${room}`,
        speakers: [{ name: `Speaker ${index}`, affiliation: 'An institute of some name' }],
      };
    }),
  };
}
