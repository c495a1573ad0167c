import { AttendeeScreen } from '../../client/attendee/attendee-screen.tsx';
import { FakeConnection } from '../world/fake-connection.ts';
import type { Day } from '../world/given.ts';
import { type Opening, openScreen } from '../world/open-screen.tsx';
import type { Who } from '../world/people.ts';

/** Somebody of the audience opens the event on a phone, or on whatever is as wide. */
export function openPhone(day: Day, who: Who = 'ann', opening: Opening = {}) {
  return openScreen(new FakeConnection(day, who), <AttendeeScreen slug="workshop" />, {
    width: 390,
    ...opening,
  });
}
