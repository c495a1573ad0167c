import { randomUUID } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import type { Command } from '../../shared/log/command.ts';
import { chainOf, restingOn } from '../../shared/people/invited.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import { eventOf } from '../../shared/state/state.ts';
import type { Invited } from '../../shared/wire/http.ts';
import { iso } from '../../shared/wire/instant.ts';
import type { Issue } from '../../shared/wire/refusals.ts';
import { inviteBodySchema } from '../../shared/wire/requests.ts';
import { inviteLife } from '../access/invites.ts';
import { pageOf } from '../access/pages.ts';
import { receive } from '../socket/intake.ts';
import { malformed, understand } from '../socket/parse.ts';
import { cleanName } from '../socket/text.ts';
import { answerRefusal, badgeOfRequest, eventOfRequest } from './answers.ts';
import type { HttpContext } from './context.ts';

/** Links for others, made at the desk or by an organizer: each is the entry `invite.make` before its text is signed. */
export function inviteRoutes(context: HttpContext): Router {
  const router = Router();
  router.post('/api/events/:slug/invites', async (request, response) => invite(context, request, response));
  return router;
}

async function invite(context: HttpContext, request: Request, response: Response): Promise<void> {
  const understood = understand(inviteBodySchema, request.body);
  if (!understood.ok) return answerRefusal(response, understood);
  const running = eventOfRequest(context, request, response);
  if (!running) return;
  const badge = await badgeOfRequest(context, running, request);
  if ('ok' in badge) return answerRefusal(response, badge);
  const { role, room, session, name } = understood.value;
  const { state, slug } = running.live;
  const problem = mismatch(role, room, session);
  if (problem) return answerRefusal(response, malformed([problem]));
  const scope: Scope = {
    ...((role === 'projector' || role === 'speaker') && room !== undefined && { room }),
    ...(session !== undefined && { session }),
  };
  const command: Command = {
    ...{ id: randomUUID(), type: 'invite.make', role },
    ...(Object.keys(scope).length > 0 && { scope }),
    ...(name !== undefined && { name }),
  };
  const outcome = await receive(running.live, badge, command, context);
  if (!outcome.ok) return answerRefusal(response, outcome);
  const expiresAt = Math.max(context.clock(), eventOf(state)?.endsAt ?? 0) + inviteLife;
  const text = await context.invites.sign({
    ...{ id: command.id, event: slug, role, scope, expiresAt },
    name: name === undefined ? null : cleanName(name),
    uses: state.tables.invites.get(command.id)?.limit ?? null,
    ...restingOn(badge.participant, chainOf(state, command.id, badge)),
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
