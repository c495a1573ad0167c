import type { SessionView } from '../../../shared/views/view.ts';
import type { Say } from '../../look/messages.ts';
import type { attendeeMessages } from '../messages/attendee.en.ts';

/** Whom a question of a session goes to: their name, else the session's; and the line that invites to ask. */
export function whom(
  session: SessionView | undefined,
  say: Say<typeof attendeeMessages>,
): { name: string | null; line: string } {
  if (!session) return { name: null, line: say('ask.anything') };
  const [first, ...others] = session.speakers;
  const name = first && others.length === 0 ? first.name : session.title;
  if (session.questions === 'closed') return { name, line: say('ask.closedLine') };
  if (!first) return { name, line: say('ask.title', { title: session.title }) };
  return {
    name,
    line: others.length === 0 ? say('ask.speaker', { name: first.name }) : say('ask.speakers'),
  };
}
