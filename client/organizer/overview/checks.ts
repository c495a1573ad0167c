import type { InviteView, View } from '../../../shared/views/view.ts';
import { fullyLinked, speakerLinks } from '../people/speaker-links.ts';
import { wantsQa } from '../programme/draft.ts';

/** Whether somebody is at the desk (`you`: nobody but the reader), may come, or was never asked. */
type Desk = { at: 'here'; names: string[]; you: boolean } | { at: 'away' } | { at: 'nobody' };

/** A room's screen, and how many displays show it now. */
interface RoomCheck {
  id: string;
  name: string;
  displays: number;
}

/** What has to be so before the doors open, as the state has it: nobody ticks anything off. */
export interface Checks {
  /** Sessions of the programme that are not cancelled. */
  sessions: number;
  /** Sessions that people ask about, and how many of them have no minutes for their Q&A, as files of other programs leave it. */
  asked: { all: number; noQa: number };
  desk: Desk;
  rooms: RoomCheck[];
  /** People who speak, and how many of them have a link for each of their sessions. */
  speakers: { all: number; linked: number };
  /** Questions that were asked so far. */
  questions: number;
}

/** Looks at the state. */
export function checksOf(view: View): Checks {
  const sessions = Object.values(view.sessions ?? {}).filter(({ status }) => status !== 'cancelled');
  const invites = Object.values(view.invites ?? {}).filter(({ ended }) => !ended);
  const displays = Object.values(view.displays ?? {}).filter(({ connected }) => connected);
  const people = speakerLinks(sessions, invites);
  const asked = sessions.filter(({ kind }) => wantsQa(kind));
  return {
    sessions: sessions.length,
    asked: { all: asked.length, noQa: asked.filter(({ qaStart }) => qaStart === null).length },
    desk: deskOf(view, invites),
    rooms: (view.event?.rooms ?? []).map(({ id, name }) => ({
      id,
      name,
      displays: displays.filter(({ room }) => room === id).length,
    })),
    speakers: { all: people.length, linked: fullyLinked(people) },
    questions: view.event?.counters.asked ?? 0,
  };
}

function deskOf({ event, staff, crew, me }: View, invites: readonly InviteView[]): Desk {
  // Whoever runs the event has their own page open without being at a desk: there they say where they are.
  const here = Object.entries(staff ?? {}).filter(([, { role, at }]) => role === 'moderator' || at);
  const others = here.filter(([id]) => id !== me?.participant);
  // The desk is empty where the page says so above: one look, one answer.
  if (here.length > 0 && event?.unattended !== true)
    return { at: 'here', names: others.flatMap(([, { name }]) => name ?? []), you: others.length === 0 };
  const may = Object.values(crew ?? {}).some(({ role, revoked }) => role === 'moderator' && !revoked);
  return may || invites.some(({ role }) => role === 'moderator') ? { at: 'away' } : { at: 'nobody' };
}
