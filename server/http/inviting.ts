import { randomBytes } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { isStaff, type Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { eventOf } from '../../shared/state/state.ts';
import { type Invited, inviteBodySchema } from '../../shared/wire/http.ts';
import { iso } from '../../shared/wire/instant.ts';
import { type Issue, refuse } from '../../shared/wire/refusals.ts';
import { defaultUses, inviteLife } from '../access/invites.ts';
import { pageOf } from '../access/pages.ts';
import { issuesOf, malformed } from '../socket/understanding.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest, readingRefusal } from './answers.ts';
import type { HttpContext } from './context.ts';
import { clean } from './names.ts';

/** Which roles a role may invite: a desk opens screens, speakers' pages and desks beside itself, an organizer anybody. */
const inviteable: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  moderator: ['projector', 'speaker', 'moderator'],
  organizer: ['projector', 'speaker', 'moderator', 'organizer'],
};

/** Links for others, made at the desk or by an organizer. Making one writes nothing; its first use is logged. */
export function invitingRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/api/events/:slug/invites', async (request, response) => invite(context, request, response));
  return router;
}

async function invite(context: HttpContext, request: Request, response: Response): Promise<void> {
  const parsed = inviteBodySchema.safeParse(request.body);
  if (!parsed.success) return answerRefusal(response, malformed(issuesOf(parsed.error.issues)));
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const { role, room, session, name } = parsed.data;
  if (!isStaff(badge.role) || !inviteable[badge.role]?.includes(role)) {
    return answerRefusal(response, refuse('not-allowed', 'invite-role'));
  }
  const tooFast = readingRefusal(context, badge);
  if (tooFast) return answerRefusal(response, tooFast);
  const { state, slug } = running.live;
  if (room !== undefined && !state.tables.rooms.has(room))
    return answerRefusal(response, refuse('unknown', 'room-unknown'));
  if (session !== undefined && state.tables.sessions.get(session)?.removed !== false)
    return answerRefusal(response, refuse('unknown', 'session-unknown'));
  const problem = mismatch(role, room, session);
  if (problem) return answerRefusal(response, malformed([problem]));
  const expiresAt = Math.max(context.clock(), eventOf(state)?.endsAt ?? 0) + inviteLife;
  const scope: Scope = {
    ...((role === 'projector' || role === 'speaker') && room !== undefined && { room }),
    ...(session !== undefined && { session }),
  };
  const id = randomBytes(12).toString('base64url');
  const uses = role === 'projector' || scope.room !== undefined ? null : defaultUses;
  const text = await context.invites.sign({
    id,
    event: slug,
    role,
    scope,
    name: name === undefined ? null : clean(name),
    uses,
    expiresAt,
  });
  const path = `${context.base}${pageOf(role, scope, slug)}#invite=${text}`;
  const { code, expiresAt: codeExpiresAt } = context.codes.make(path);
  const invited: Invited = {
    ...{ event: slug, role, path, invite: text, expiresAt: iso(expiresAt) },
    ...{ code, codeExpiresAt: iso(codeExpiresAt) },
  };
  response.setHeader('Cache-Control', 'no-store');
  response.status(201).json(invited);
}

/** What does not go together in what was asked for; null where all does. */
function mismatch(role: Role, room: string | undefined, session: string | undefined): Issue | null {
  if (role !== 'speaker')
    return session === undefined ? null : { path: 'session', message: 'goes with the role speaker' };
  return (room === undefined) === (session === undefined)
    ? { path: 'session', message: 'name a session, or the room of a lectern' }
    : null;
}
