import { createHash, createHmac } from 'node:crypto';
import type { Role } from '../../shared/people/role.ts';
import type { State } from '../../shared/state/state.ts';
import { installation } from './installation.ts';
import type { Installation } from './installation-file.ts';

/** What a standing link is for: an event (`*`: all of them), a role, and the room of a screen or a lectern. */
export interface StandingPlace {
  event: string;
  role: Role;
  room?: string | undefined;
}

/**
 * The ids of the invites that a start makes again, so that printed links stay the same. Each is made from SECRET, what
 * the link is for, and a number that revoking raises: for `*` that of the installation; for an event the first under
 * which no id was revoked there, or takes nobody new. So nobody can tell an id beforehand, and such a link has a successor at
 * the next start.
 */
export class StandingInvites {
  readonly #secret: string;
  readonly #installation: Installation;

  constructor(secret: string, known: Installation) {
    this.#secret = secret;
    this.#installation = known;
  }

  /** The id of the invite that a start prints now; `state` is that of the event, null for `*`. */
  id(place: StandingPlace, state: State | null): string {
    for (let number = place.event === installation ? this.#installation.number : 0; ; number += 1) {
      const id = this.#made(place, number);
      const there = state?.tables.invites.get(id);
      const opens = !there || (there.revokedAt === null && there.closed !== true);
      if (opens && !this.#installation.withdrew({ invite: id }, place.event)) return id;
    }
  }

  /** Whether an invite is known to open every event: it was used as such there, or printed by a start, also before 0.1.0. */
  opensAll(id: string, state: State): boolean {
    if (state.tables.invites.get(id)?.installation === true) return true;
    const place = { event: installation, role: 'organizer' } as const;
    const before = createHash('sha256').update('standing * organizer ').digest('base64url').slice(0, 16);
    const numbers = Array.from({ length: this.#installation.number + 1 }, (_, number) => number);
    return id === before || numbers.some((number) => id === this.#made(place, number));
  }

  /** Revokes an invite in every event there is and will be; false where that could not be stored. */
  revoke(id: string): boolean {
    try {
      this.#installation.revokeInvite(id);
      return true;
    } catch {
      return false;
    }
  }

  #made({ event, role, room = '' }: StandingPlace, number: number): string {
    return createHmac('sha256', this.#secret)
      .update(`standing ${number} ${event} ${role} ${room}`)
      .digest('base64url')
      .slice(0, 16);
  }
}
