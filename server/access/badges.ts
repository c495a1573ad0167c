import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { type Resting, restingOf, restingSchema } from '../../shared/people/invite-origin.ts';
import { type Attendance, attendanceSchema } from '../../shared/people/participant.ts';
import { type Role, roleSchema } from '../../shared/people/role.ts';
import { type Scope, scopeSchema } from '../../shared/people/scope.ts';

/** Who somebody is in one event, and in which role: what a badge says. */
export interface Badge extends Resting {
  event: string;
  participant: string;
  role: Role;
  scope: Scope;
  name: string | null;
  attendance: Attendance;
  /** The invite it was made from; null for attendees who joined. */
  invite: string | null;
  /** It was made from an invite for every event: its organizer makes new ones. */
  installation?: boolean | undefined;
  /** It is an organizer's and counts on a page of this role; never in a token. */
  actsAs?: Role | undefined;
  /** Epoch milliseconds. */
  madeAt: number;
  expiresAt: number;
}

/** How long a badge lives after the later of its making and the event's end, in milliseconds. */
export const badgeLife = 30 * 24 * 60 * 60_000;

const claimsSchema = z.object({
  use: z.literal('badge'),
  event: z.string(),
  sub: z.string(),
  role: roleSchema,
  scope: scopeSchema,
  name: z.string().nullable(),
  attendance: attendanceSchema,
  invite: z.string().nullable(),
  installation: z.boolean().optional(),
  iat: z.number(),
  exp: z.number(),
  ...restingSchema.shape,
});

/** Signs badges and reads them; a badge is a statement that writes nothing when it is made. */
export class Badges {
  readonly #key: Uint8Array;
  readonly #clock: () => number;

  constructor(secret: string, clock: () => number) {
    this.#key = new TextEncoder().encode(secret);
    this.#clock = clock;
  }

  /** The token of a badge. */
  async sign({
    event,
    participant,
    role,
    scope,
    name,
    attendance,
    invite,
    installation,
    madeAt,
    expiresAt,
    ...said
  }: Badge): Promise<string> {
    return new SignJWT({
      ...{ use: 'badge', event, role, scope, name, attendance, invite },
      ...(installation === true && { installation }),
      ...restingOf(said),
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(participant)
      .setIssuedAt(Math.floor(madeAt / 1000))
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.#key);
  }

  /** The badge of a token; null where it was not signed here, is over, or is something else. */
  async read(token: string): Promise<Badge | null> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        currentDate: new Date(this.#clock()),
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return null;
      const { event, sub, role, scope, name, attendance, invite, installation, iat, exp } = claims.data;
      return {
        event,
        participant: sub,
        role,
        scope,
        name,
        attendance,
        invite,
        installation,
        madeAt: iat * 1000,
        expiresAt: exp * 1000,
        ...restingOf(claims.data),
      };
    } catch {
      return null;
    }
  }
}
