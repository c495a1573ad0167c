import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { refuse } from '../refusals/refuse.ts';
import { householdOf, plainAddress } from './address.ts';
import type { Limits } from './limits.ts';
import type { TooFast } from './meters.ts';
import { isPasscode } from './passcode-hash.ts';
import { Queue } from './queue.ts';
import { passcodeTyped } from './typed.ts';

/** Passcodes that are hashed at once: each takes a thread of the few that also read and write files. */
const hashesAtOnce = 2;

/** Hashes of one address that may wait for their turn. */
const waitingOfAddress = 8;

/** When somebody may come back for whose address too many wait, in milliseconds. */
const laterMs = 1_000;

/** Most events whose right passcode is remembered: beyond it the oldest gives way. */
const mostRemembered = 1_000;

/**
 * Lets people in by an event's passcode. Whoever guessed wrong too often is refused also with the right one: else limits
 * would slow nobody down who guesses on. A passcode is dear to look at, so it counts as a wrong one until it is found right,
 * few are looked at at once, addresses in turn, and what is known needs no look: the right one of an event, remembered as a
 * hash under a key of this process, and what somebody else typed a moment ago and waits for.
 */
export class PasscodeDoor {
  readonly #limits: Limits;
  readonly #isRight: typeof isPasscode;
  readonly #key = randomBytes(32);
  /** The mark of the right passcode, by the hash that is kept of it. */
  readonly #right = new Map<string, Buffer>();
  /** What is being looked at, by event and mark. */
  readonly #looking = new Map<string, Promise<boolean>>();
  readonly #queue = new Queue(hashesAtOnce, waitingOfAddress);

  /** `isRight`: looks at a passcode; each call is one hash. */
  constructor(limits: Limits, isRight: typeof isPasscode = isPasscode) {
    this.#limits = limits;
    this.#isRight = isRight;
  }

  /**
   * Why somebody at an address is not let in by what they typed; null where they are.
   * Refuses: `passcode-needed`, `many-joining`, `passcode-wrong`, `too-many-guesses`.
   */
  async refusal(address: string, typed: string | undefined, kept: string): Promise<Refusal | null> {
    if (typed === undefined) return refuse('not-allowed', 'passcode-needed', { of: 'passcode' });
    const before = this.#limits.guessedTooOften(address);
    if (before) return tooOften(before);
    const mark = createHmac('sha256', this.#key)
      .update(`${kept} ${passcodeTyped(typed)}`)
      .digest();
    const right = this.#right.get(kept);
    if (right) return timingSafeEqual(right, mark) ? null : this.#wrong(address);
    const name = `${kept} ${mark.toString('base64url')}`;
    const looking = this.#looking.get(name);
    if (looking) return (await looking) ? null : this.#wrong(address);
    const plain = plainAddress(address);
    const turn = this.#queue.enter(plain === null ? address : householdOf(plain));
    if (turn === null) return refuse('too-fast', 'many-joining', { retryAfterMs: laterMs });
    const often = this.#limits.address('guess', address);
    if (often) {
      turn.leave();
      return tooOften(often);
    }
    const found = turn.run(() => this.#isRight(typed, kept)).finally(() => this.#looking.delete(name));
    this.#looking.set(name, found);
    if (!(await found)) return wrong;
    this.#limits.giveBackGuess(address);
    this.#remember(kept, mark);
    return null;
  }

  #wrong(address: string): Refusal {
    const often = this.#limits.address('guess', address);
    return often ? tooOften(often) : wrong;
  }

  #remember(kept: string, mark: Buffer): void {
    const [oldest] = this.#right.keys();
    if (this.#right.size >= mostRemembered && oldest !== undefined) this.#right.delete(oldest);
    this.#right.set(kept, mark);
  }
}

const wrong = refuse('not-allowed', 'passcode-wrong', { of: 'passcode' });

function tooOften(tooFast: TooFast): Refusal {
  return refuse('too-fast', 'too-many-guesses', tooFast);
}
