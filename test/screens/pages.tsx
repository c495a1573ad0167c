import { onTestFinished, vi } from 'vitest';
import { AttendeeScreen } from '../../client/attendee/attendee-screen.tsx';
import { ModeratorScreen } from '../../client/moderator/moderator-screen.tsx';
import { OrganizerScreen } from '../../client/organizer/organizer-screen.tsx';
import { ProjectorScreen } from '../../client/projector/projector-screen.tsx';
import { LecternScreen } from '../../client/speaker/lectern-screen.tsx';
import { SpeakerScreen } from '../../client/speaker/speaker-screen.tsx';
import { fileOf } from '../../server/programme/file/file-of.ts';
import { programmeOf } from '../../server/programme/plan/programme-of.ts';
import { FakeConnection } from '../world/fake-connection.ts';
import { answerHttp } from '../world/fake-http.ts';
import type { Day } from '../world/given.ts';
import { type Opening, type OpenScreen, openScreen } from '../world/open-screen.tsx';
import type { Who } from '../world/people.ts';

/** Somebody of the audience opens the event on a phone, or on whatever is as wide. */
export function openPhone(day: Day, who: Who = 'ann', opening: Opening = {}) {
  const phone = new FakeConnection(day, who);
  return openScreen(phone, <AttendeeScreen slug="workshop" />, { width: 390, ...opening });
}

/** What somebody asked: goes there where they are not, and gives that part of the page. */
export async function mineOn(phone: OpenScreen) {
  if (phone.page.queryByRole('region', { name: 'My questions' }) === null)
    await phone.press(phone.page.getByRole('button', { name: /^Mine/ }));
  return phone.under('My questions');
}

/** The speaker of talk 1 opens their own page. */
export function openSpeaker(day: Day, session = 'talk-1', opening: Opening = {}) {
  const page = new FakeConnection(day, 'lov', { session });
  return openScreen(page, <SpeakerScreen session={session} />, { width: 390, ...opening });
}

/** The screen at the lectern of the main room. */
export function openLectern(day: Day, opening: Opening = {}) {
  const screen = new FakeConnection(day, 'lov', { room: 'main' });
  return openScreen(screen, <LecternScreen room="main" />, opening);
}

/** A display of the main room, or one without a room where it is null. */
export function openStage(day: Day, room: string | null = 'main', opening: Opening = {}) {
  const display = `${room ?? ''}/wall`;
  const screen = new FakeConnection(day, 'screen', { ...(room !== null && { room }), display });
  return openScreen(screen, <ProjectorScreen room={room ?? undefined} />, opening);
}

/** Where nothing has a size the desk would draw no row: here its lists are as high as on a laptop, and all else as a row. */
function giveListsHeight(): void {
  for (const name of ['clientHeight', 'offsetHeight'] as const) {
    const sized = vi.spyOn(HTMLElement.prototype, name, 'get').mockImplementation(function (
      this: HTMLElement,
    ) {
      return this.matches('[data-list]:not([data-row])') ? 700 : 96;
    });
    onTestFinished(() => sized.mockRestore());
  }
}

/** A moderator's desk on a laptop. */
export function openDesk(day: Day, who: Who = 'mod', opening: Opening = {}) {
  giveListsHeight();
  return openScreen(new FakeConnection(day, who), <ModeratorScreen />, { width: 1366, ...opening });
}

/** An organizer's page on a laptop; over HTTP it is given the programme as it stands, and nothing else. */
export function openOrganizer(day: Day, opening: Opening = {}) {
  answerHttp(({ what }) => {
    const programme = programmeOf(day.state);
    if (what !== 'GET /api/events/workshop/programme' || programme === null) return 'lost';
    return { status: 200, json: { seq: day.state.seq, file: fileOf(programme) } };
  });
  return openScreen(new FakeConnection(day, 'org'), <OrganizerScreen />, { width: 1366, ...opening });
}
