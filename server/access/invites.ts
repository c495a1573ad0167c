import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { type Resting, restingOf, restingSchema } from '../../shared/people/invite-origin.ts';
import { type Role, roleSchema } from '../../shared/people/role.ts';
import { type Scope, scopeSchema } from '../../shared/people/scope.ts';

/** A right to get a badge: for an event (`*`: any of the installation), a role and its scope. */
export interface Invite extends Resting {
  id: string;
  event: string;
  role: Role;
  scope: Scope;
  name: string | null;
  /** Most uses; null: any number. */
  uses: number | null;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** How long invites hold after the event's end, in milliseconds. */
export const inviteLife = 7 * 24 * 60 * 60_000;

const claimsSchema = z.object({
  use: z.literal('invite'),
  jti: z.string(),
  event: z.string(),
  role: roleSchema,
  scope: z.optional(scopeSchema),
  name: z.string().optional(),
  uses: z.number().int().positive().optional(),
  exp: z.number(),
  ...restingSchema.shape,
});

/** Signs invites and reads them. Like badges they are only statements: whoever knows SECRET can make them. */
export class Invites {
  readonly #key: Uint8Array;
  readonly #clock: () => number;

  constructor(secret: string, clock: () => number) {
    this.#key = new TextEncoder().encode(secret);
    this.#clock = clock;
  }

  /** The text of an invite; the same invite gives the same text. */
  async sign({ id, event, role, scope, name, uses, expiresAt, ...said }: Invite): Promise<string> {
    return new SignJWT({
      use: 'invite',
      event,
      role,
      ...(Object.keys(scope).length > 0 && { scope }),
      ...(name !== null && { name }),
      ...(uses !== null && { uses }),
      ...restingOf(said),
    })
      .setProtectedHeader({ alg: 'HS256' })
      .setJti(id)
      .setExpirationTime(Math.floor(expiresAt / 1000))
      .sign(this.#key);
  }

  /** The invite in a text; `expired` where its time is over, null where it is none of ours. */
  async read(text: string): Promise<Invite | 'expired' | null> {
    try {
      const { payload } = await jwtVerify(text, this.#key, {
        algorithms: ['HS256'],
        currentDate: new Date(this.#clock()),
      });
      const claims = claimsSchema.safeParse(payload);
      if (!claims.success) return null;
      const { jti, event, role, scope, name, uses, exp } = claims.data;
      return {
        id: jti,
        event,
        role,
        scope: scope ?? {},
        name: name ?? null,
        uses: uses ?? null,
        expiresAt: exp * 1000,
        ...restingOf(claims.data),
      };
    } catch (error) {
      return error instanceof errors.JWTExpired ? 'expired' : null;
    }
  }
}
