import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { InviteView, SessionView } from '../../../shared/views/view.ts';

/** Somebody who speaks, with the link to their own page that was made last; null: none. */
export interface SpeakerLink {
  session: SessionView;
  name: string;
  link: InviteView | null;
}

/** Everybody who speaks, in the order of the programme, one line a person and session, with their links. */
export function speakerLinks(
  sessions: readonly SessionView[],
  invites: readonly InviteView[],
): SpeakerLink[] {
  return sessions
    .filter((session) => takesQuestions(session) && session.status !== 'cancelled')
    .toSorted((one, other) => one.plannedStart.localeCompare(other.plannedStart))
    .flatMap((session) => speakersOf(session, invites));
}

/** A link that names nobody is for all who speak in its session. */
function speakersOf(session: SessionView, invites: readonly InviteView[]): SpeakerLink[] {
  const links = invites
    .filter(({ role, scope, ended }) => role === 'speaker' && scope?.session === session.id && !ended)
    .toSorted((one, other) => (other.madeAt ?? '').localeCompare(one.madeAt ?? ''));
  const speakers = [...session.speakers, ...session.parts.flatMap((part) => part.speakers)];
  const names = [...new Set(speakers.map(({ name }) => name))];
  return names.map((name) => ({
    session,
    name,
    link: links.find((link) => link.name === name) ?? links.find((link) => link.name === null) ?? null,
  }));
}
