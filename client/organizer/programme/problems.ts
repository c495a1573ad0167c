import type { Issue, SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, type DraftSession, keyIn } from './draft.ts';

const say = catalogue(programmeMessages);

/** Something that keeps a draft from being published: of which session (by its key) or of the event, of which field, in words. */
export interface Problem {
  /** Null: of the event itself. */
  session: string | null;
  title: string;
  field: string;
  words: string;
}

/** What this page sees by itself, in an editor's words; while there is any, nothing is sent, and nobody else's sessions are blamed. */
export function problemsIn(draft: Draft): Problem[] {
  const ofEvent: Problem[] = [
    ...(draft.title.trim() === '' ? [{ field: 'title', words: say('wrong.event') }] : []),
    ...(draft.rooms ?? [])
      .filter(({ name }) => name.trim() === '')
      .map(({ id }) => ({ field: roomField(id), words: say('wrong.room') })),
  ].map((problem) => ({ session: null, title: '', ...problem }));
  const ofSessions = draft.sessions.flatMap((session, index) =>
    ofSession(session).map((problem) => ({
      session: keyIn(draft, index),
      title: nameOf(session),
      ...problem,
    })),
  );
  return [...ofEvent, ...ofSessions];
}

/** The field of a room’s name, among those of the event. */
export function roomField(id: string): string {
  return `rooms ${id}`;
}

function ofSession(session: DraftSession): Pick<Problem, 'field' | 'words'>[] {
  const { title, minutes, qa = 0, shrinkTo = 0, speakers = [], parts = [] } = session;
  const nameless = [...speakers, ...parts.flatMap((part) => part.speakers ?? [])].some(
    ({ name }) => name.trim() === '',
  );
  return [
    ...(title.trim() === '' ? [{ field: 'title', words: say('wrong.title') }] : []),
    ...(minutes <= 0 ? [{ field: 'minutes', words: say('wrong.end') }] : []),
    ...(minutes > 0 && qa > minutes ? [{ field: 'qa', words: say('wrong.qa', { minutes }) }] : []),
    ...(minutes > 0 && shrinkTo > minutes
      ? [{ field: 'shrinkTo', words: say('wrong.shrinkTo', { minutes }) }]
      : []),
    ...(nameless ? [{ field: 'speakers', words: say('wrong.speaker') }] : []),
    ...(parts.some((part) => part.title.trim() === '') ? [{ field: 'parts', words: say('wrong.part') }] : []),
  ];
}

/** What the server refused of a draft, each at its session and field where it names one. */
export function refusedIn(draft: Draft, { issues = [] }: SpokenRefusal): Problem[] {
  return issues.map((issue) => refusedAt(draft, issue));
}

function refusedAt(draft: Draft, { path, message }: Issue): Problem {
  const [, at, field = ''] = /^sessions\[(\d+)\](?:\.([A-Za-z]+))?/.exec(path) ?? [];
  const session = at === undefined ? undefined : draft.sessions[Number(at)];
  if (session === undefined) return { session: null, title: '', field: path, words: message };
  return {
    session: keyIn(draft, Number(at)),
    title: nameOf(session),
    field: field === 'start' || field === 'end' ? 'minutes' : field,
    words: withRoomNames(message, draft),
  };
}

/** A sentence about a file names rooms by their ids; here people know them by their names. */
function withRoomNames(message: string, { rooms = [] }: Draft): string {
  return message.replace(/in the room ([a-z0-9-]+)/g, (whole, id: string) => {
    const name = rooms.find((room) => room.id === id)?.name;
    return name === undefined ? whole : say('wrong.inRoom', { name });
  });
}

/** What a session is called where its title may be missing. */
function nameOf(session: DraftSession): string {
  return session.title.trim() === ''
    ? say('wrong.untitledAt', { time: session.start.slice(11, 16) })
    : session.title;
}
