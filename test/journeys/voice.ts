import * as z from 'zod';
import type { Role } from '../../shared/people/role.ts';
import { Member } from '../world/member.ts';
import type { MovedDay } from './day.ts';

const admitted = z.object({ token: z.string(), participant: z.object({ id: z.string() }) });

/** Somebody of a moved day without a browser: says what a journey's other people do, and is gone with its server. */
export async function voiceIn(
  day: MovedDay,
  role: Exclude<Role, 'projector'>,
  name?: string,
): Promise<Member> {
  const { origins, invites } = day.app;
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${origins.here}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return admitted.parse(await answer.json());
  };
  const invite = {
    id: `voice-${role}`,
    event: day.slug,
    role,
    scope: {},
    name: null,
    uses: null,
    expiresAt: day.now() + 86_400_000,
  };
  const { token, participant } =
    role === 'attendee'
      ? await post(`/api/events/${day.slug}/join`, { attendance: 'inRoom', name })
      : await post(`/api/events/${day.slug}/redeem`, { invite: await invites.sign(invite) });
  return new Member({
    origin: origins.here,
    event: day.slug,
    role,
    token,
    participant: participant.id,
  }).arrived();
}
