import { BlockList, isIPv4 } from 'node:net';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { CommandType } from '../../shared/log/command.ts';
import { isStaff, type Role } from '../../shared/people/role.ts';

type Limiter = Pick<RateLimiterMemory, 'consume'>;

/** Something was asked too often: how long to wait, in milliseconds. */
export interface TooFast {
  retryAfterMs: number;
}

/**
 * The limits of the contract. Participants are limited by who they are, since a venue is one address; addresses only
 * where there is no participant yet, and never those of trusted networks.
 */
export class Limits {
  readonly #ask = new RateLimiterMemory({ points: 30, duration: 60 });
  readonly #upvote = bursty(10, 30);
  readonly #any = bursty(30, 70);
  readonly #staff = bursty(200, 800);
  readonly #join = new RateLimiterMemory({ points: 2000, duration: 600 });
  readonly #handshake = bursty(200, 2800);
  readonly #guess = new RateLimiterMemory({ points: 20, duration: 60 });
  readonly #trusted = new BlockList();

  /** `trusted`: networks in CIDR notation, or single addresses, without limits per address. Loopback always is. */
  constructor(trusted: readonly string[]) {
    this.#trusted.addSubnet('127.0.0.0', 8, 'ipv4');
    this.#trusted.addAddress('::1', 'ipv6');
    for (const network of trusted) {
      const [address = '', prefix] = network.split('/');
      const family = isIPv4(address) ? 'ipv4' : 'ipv6';
      if (prefix === undefined) this.#trusted.addAddress(address, family);
      else this.#trusted.addSubnet(address, Number(prefix), family);
    }
  }

  /** Counts a command of a participant; null where it may go on. */
  async command(participant: string, role: Role, type: CommandType): Promise<TooFast | null> {
    if (isStaff(role)) return consume(this.#staff, participant);
    const tooFast = await consume(this.#any, participant);
    if (tooFast) return tooFast;
    if (type === 'question.ask') return consume(this.#ask, participant);
    return type === 'question.upvote' ? consume(this.#upvote, participant) : null;
  }

  /** Counts a new badge, a handshake or a wrong code or passcode of an address; null where it may go on. */
  async address(what: 'join' | 'handshake' | 'guess', address: string): Promise<TooFast | null> {
    const plain = address.replace(/^::ffff:/, '');
    const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
    if (plain === '' || this.#trusted.check(plain, family)) return null;
    const limiter = { join: this.#join, handshake: this.#handshake, guess: this.#guess }[what];
    return consume(limiter, family === 'ipv4' ? plain : network64(plain));
  }
}

/** `points` a second on average, and `more` at once, which come back within half a minute. */
function bursty(points: number, more: number): BurstyRateLimiter {
  return new BurstyRateLimiter(
    new RateLimiterMemory({ points, duration: 1 }),
    new RateLimiterMemory({ keyPrefix: 'burst', points: more, duration: 30 }),
  );
}

async function consume(limiter: Limiter | BurstyRateLimiter, key: string): Promise<TooFast | null> {
  try {
    await limiter.consume(key);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return { retryAfterMs: Math.max(1, error.msBeforeNext) };
    throw error;
  }
}

/** The /64 of an IPv6 address: what one household or phone has. */
function network64(address: string): string {
  const [head = '', tail = ''] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0') : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
