import type { Role } from '../../shared/people/role.ts';
import { type Audit, auditSchema } from '../../shared/wire/audit.ts';
import { type Invited, invitedSchema } from '../../shared/wire/http.ts';
import { type QuestionPage, type QuestionQuery, questionPageSchema } from '../../shared/wire/questions.ts';
import { type Answer, ask, eventPath } from './http.ts';

/** Whom a link is for: the role, what it is limited to, and the name that colleagues see. */
export interface Whom {
  role: Role;
  room?: string;
  session?: string;
  name?: string;
}

/** Asks for a link for somebody else: for a screen at the desk, for anybody as an organizer. */
export function invite(slug: string, as: Role, whom: Whom): Promise<Answer<Invited>> {
  return ask(`${eventPath(slug)}/invites?as=${as}`, invitedSchema, whom);
}

/** A page of what the staff did, newest first: before a seq, the newest where it is null. */
export function audit(slug: string, before: number | null): Promise<Answer<Audit>> {
  const page = before === null ? '' : `&before=${before}`;
  return ask(`${eventPath(slug)}/audit?as=moderator${page}`, auditSchema);
}

/** A page of the questions that the desk's view leaves out, by status, session, words and ids. */
export function questionPage(slug: string, query: QuestionQuery): Promise<Answer<QuestionPage>> {
  const said = Object.entries({ as: 'moderator', ...query }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return ask(`${eventPath(slug)}/questions?${new URLSearchParams(said)}`, questionPageSchema);
}
