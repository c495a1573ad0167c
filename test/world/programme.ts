import { importEvent } from '../../server/programme/read/import-event.ts';
import type { Policy } from '../../shared/event/policy.ts';
import type { Programme } from '../../shared/rundown/programme.ts';

/** What a test wants to be otherwise in its event. */
export interface EventWish {
  slug?: string;
  title?: string;
  listed?: boolean;
  code?: string;
  timezone?: string;
  passcode?: string;
  policy?: Partial<Policy>;
}

/** A small event whose first talk begins an hour after `now` (epoch milliseconds): two rooms, two talks, a poster. */
export function smallEvent(now: number, wish: EventWish = {}): Programme {
  const at = (hours: number) => {
    const [day, time] = new Date(now + hours * 3_600_000).toISOString().split('T');
    return `${day} ${time?.slice(0, 5)}`;
  };
  const made = importEvent(
    JSON.stringify({
      backrow: 1,
      slug: 'small',
      title: 'A small event',
      timezone: 'UTC',
      code: 'KLM4',
      ...wish,
      rooms: [
        { id: 'main', name: 'Main hall' },
        { id: 'side', name: 'Side room' },
      ],
      sessions: [
        {
          id: 'talk-1',
          kind: 'talk',
          title: 'The first talk',
          start: at(1),
          minutes: 60,
          qa: 15,
          room: 'main',
          speakers: [{ name: 'Ada Speaker' }],
          abstract: 'What the first talk is about.',
        },
        { id: 'talk-2', kind: 'talk', title: 'The second talk', start: at(3), minutes: 30, room: 'main' },
        { id: 'side-talk', kind: 'talk', title: 'A talk next door', start: at(1), minutes: 30, room: 'side' },
        { id: 'posters', kind: 'posters', title: 'Posters', start: at(5), minutes: 60, room: 'main' },
      ],
      posters: [
        {
          id: 'p1',
          session: 'posters',
          number: 1,
          title: 'A poster',
          authors: ['Bo Author'],
          abstract: 'On a wall.',
        },
      ],
    }),
  );
  if (!made.ok) throw new Error(JSON.stringify(made.issues, null, 1));
  return made.programme;
}
