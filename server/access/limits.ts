import { BlockList, isIPv4 } from 'node:net';
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { CommandType } from '../../shared/log/command.ts';
import { isStaff, type Role } from '../../shared/people/role.ts';
import { ViewTurns } from './view-turns.ts';

/** Something was asked too often: how long to wait, in milliseconds. */
export interface TooFast {
  retryAfterMs: number;
}

/**
 * The limits of the contract. Participants are limited by who they are, since a venue is one address; addresses only
 * where there is no participant yet, and never those of trusted networks.
 */
export class Limits {
  readonly views = new ViewTurns(() => performance.now());
  readonly #ask = new Plain(30, 60);
  readonly #describe = new Plain(6, 60);
  readonly #upvote = new Bursty(10, 30);
  readonly #any = new Bursty(30, 70);
  readonly #staff = new Bursty(200, 800);
  readonly #join = new Plain(2_000, 600);
  readonly #handshake = new Bursty(200, 2_800);
  readonly #guess = new Plain(20, 60);
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

  /** Counts a message of a participant that is no command; null where it may go on. */
  message(participant: string, role: Role): Promise<TooFast | null> {
    return (isStaff(role) ? this.#staff : this.#any).count(participant);
  }

  /** Counts a command of a participant; null where it may go on. */
  async command(participant: string, role: Role, type: CommandType): Promise<TooFast | null> {
    const tooFast = await this.message(participant, role);
    return tooFast ?? (isStaff(role) ? null : ((await this.#special(type)?.count(participant)) ?? null));
  }

  /** Takes back that a command was counted: it turned out to be a repeat. */
  async giveBack(participant: string, role: Role, type: CommandType): Promise<void> {
    await (isStaff(role) ? this.#staff : this.#any).giveBack(participant);
    if (!isStaff(role)) await this.#special(type)?.giveBack(participant);
  }

  /** Counts a new badge, a handshake or a wrong code or passcode of an address; null where it may go on. */
  async address(what: 'join' | 'handshake' | 'guess', address: string): Promise<TooFast | null> {
    const key = this.#keyOf(address);
    return key === null
      ? null
      : { join: this.#join, handshake: this.#handshake, guess: this.#guess }[what].count(key);
  }

  /** Whether an address has guessed wrong so often that not even a right guess counts. */
  async guessedTooOften(address: string): Promise<TooFast | null> {
    const key = this.#keyOf(address);
    return key === null ? null : this.#guess.exceeded(key);
  }

  /** The limit of one type of command besides the one of all. */
  #special(type: CommandType): Plain | Bursty | null {
    if (type === 'participant.describe') return this.#describe;
    return type === 'question.ask' ? this.#ask : type === 'question.upvote' ? this.#upvote : null;
  }

  /** Under what an address is counted; null where it is trusted. */
  #keyOf(address: string): string | null {
    const plain = address.replace(/^::ffff:/, '');
    const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
    if (plain === '' || this.#trusted.check(plain, family)) return null;
    return family === 'ipv4' ? plain : network64(plain);
  }
}

/** So many in each span of seconds. */
class Plain {
  readonly #limiter: RateLimiterMemory;

  constructor(points: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: seconds });
  }

  count(key: string): Promise<TooFast | null> {
    return consume(this.#limiter, key);
  }

  async exceeded(key: string): Promise<TooFast | null> {
    const counted = await this.#limiter.get(key);
    return counted && counted.consumedPoints >= this.#limiter.points
      ? { retryAfterMs: Math.max(1, counted.msBeforeNext) }
      : null;
  }

  async giveBack(key: string): Promise<void> {
    if (await this.#limiter.get(key)) await this.#limiter.reward(key);
  }
}

/** So many a second on average, and `more` at once, which come back within half a minute. */
class Bursty {
  readonly #limiter: RateLimiterMemory;
  readonly #burst: RateLimiterMemory;
  readonly #both: BurstyRateLimiter;

  constructor(points: number, more: number) {
    this.#limiter = new RateLimiterMemory({ points, duration: 1 });
    this.#burst = new RateLimiterMemory({ keyPrefix: 'burst', points: more, duration: 30 });
    this.#both = new BurstyRateLimiter(this.#limiter, this.#burst);
  }

  count(key: string): Promise<TooFast | null> {
    return consume(this.#both, key);
  }

  /** What went beyond the second's share was taken from the burst, and goes back there first. */
  async giveBack(key: string): Promise<void> {
    const counted = await this.#limiter.get(key);
    if (counted === null || counted.consumedPoints > this.#limiter.points) {
      const burst = await this.#burst.get(key);
      if (burst && burst.consumedPoints > 0) await this.#burst.reward(key);
    }
    if (counted && counted.consumedPoints > 0) await this.#limiter.reward(key);
  }
}

async function consume(
  limiter: Pick<RateLimiterMemory, 'consume'> | BurstyRateLimiter,
  key: string,
): Promise<TooFast | null> {
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
  const zeros = address.includes('::')
    ? Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
    : [];
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
