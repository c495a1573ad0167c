import { BlockList, isIPv4 } from 'node:net';
import type { Command } from '../../shared/log/command.ts';
import { isStaff, type Role } from '../../shared/people/role.ts';
import type { Model } from '../../shared/state/model.ts';
import type { RateLimit } from '../../shared/state/noun.ts';
import { householdOf, plainAddress, plainNetwork } from './address.ts';
import { AtOnce } from './at-once.ts';
import { GrossLimit } from './gross-limit.ts';
import { Bucket, type Meter, type Monotonic, Span, type TooFast } from './meters.ts';
import { ViewTurns } from './view-turns.ts';

/** What an address does before anybody knows who is there: `read` is what needs no badge. */
type Doing = 'join' | 'handshake' | 'guess' | 'read';

/** Look-ups of one person in the log that may be under way: what is refused costs the event no more than these. */
const lookUpsAtOnce = 8;
/** Files of one person that may be on their way or read at once: one that is looked at, and one that is put right meanwhile. */
const uploadsAtOnce = 2;

/**
 * The limits of the contract. Participants are limited by who they are, since a venue is one address; addresses only
 * where there is no participant yet, and never those of trusted networks. Everything is counted at once, in memory, on a
 * clock that only goes forward.
 */
export class Limits {
  /** Counted before anything else, whatever was sent. */
  readonly gross: GrossLimit;
  /** Who may be given a whole view. */
  readonly views: ViewTurns;
  /** Look-ups of what is refused. */
  readonly lookUps = new AtOnce(lookUpsAtOnce);
  /** Files that are sent. */
  readonly uploads = new AtOnce(uploadsAtOnce);
  readonly #model: Model;
  /** What counts the commands of a type that have a limit of their own. */
  readonly #special: ReadonlyMap<string, Meter>;
  readonly #any: Meter;
  readonly #staff: Meter;
  readonly #addresses: Record<Doing, Meter>;
  readonly #trusted = new BlockList();

  /**
   * The limits of a model's commands. `trusted`: networks in CIDR notation, or single addresses, without limits per address.
   * Loopback always is.
   */
  constructor(model: Model, trusted: readonly string[], now: Monotonic = () => performance.now()) {
    this.gross = new GrossLimit(now);
    this.views = new ViewTurns(now);
    this.#model = model;
    this.#special = new Map(
      model.kinds.flatMap(({ type, limit }) => (limit ? [[type, meterOf(limit, now)]] : [])),
    );
    this.#any = new Bucket(30, 100, now);
    this.#staff = new Bucket(200, 1_000, now);
    this.#addresses = {
      join: new Span(2_000, 600, now),
      handshake: new Bucket(200, 3_000, now),
      guess: new Span(20, 60, now),
      read: new Bucket(200, 3_000, now),
    };
    for (const network of ['127.0.0.0/8', '::1', ...trusted]) {
      const plain = plainNetwork(network);
      if (plain) this.#trusted.addSubnet(plain.address, plain.prefix, familyOf(plain.address));
    }
  }

  /** Counts a message of a participant that is no command, or something read; null where it may go on. */
  message(participant: string, role: Role): TooFast | null {
    return (isStaff(role) ? this.#staff : this.#any).count(participant);
  }

  /** Counts a command of a participant; null where it may go on. */
  command(participant: string, role: Role, command: Command): TooFast | null {
    const special = this.#specialOf(participant, role, command);
    return (
      special?.look(participant) ?? this.message(participant, role) ?? special?.count(participant) ?? null
    );
  }

  /** Takes back that a command was counted: it turned out to be a repeat. */
  giveBack(participant: string, role: Role, command: Command): void {
    (isStaff(role) ? this.#staff : this.#any).giveBack(participant);
    this.giveKindBack(participant, role, command);
  }

  /** Takes back that a command was counted by its kind: it could not be recorded, for no fault of its sender. */
  giveKindBack(participant: string, role: Role, command: Command): void {
    this.#specialOf(participant, role, command)?.giveBack(participant);
  }

  /** What else counts a command: the staff is held by nothing but what they do with themselves. */
  #specialOf(participant: string, role: Role, command: Command): Meter | undefined {
    const { type, aboutSender } = this.#model.kind(command.type);
    const ofThemselves = aboutSender?.(command, participant) === true;
    return isStaff(role) && !ofThemselves ? undefined : this.#special.get(type);
  }

  /** Counts a new badge, a handshake, a wrong code or passcode, or something read without a badge; null where it may go on. */
  address(what: Doing, address: string): TooFast | null {
    const key = this.#keyOf(address);
    return key === null ? null : this.#addresses[what].count(key);
  }

  /** Takes back that a guess was counted: it turned out to be right. */
  giveBackGuess(address: string): void {
    const key = this.#keyOf(address);
    if (key !== null) this.#addresses.guess.giveBack(key);
  }

  /** Whether an address has guessed wrong so often that not even a right guess counts. */
  guessedTooOften(address: string): TooFast | null {
    const key = this.#keyOf(address);
    return key === null ? null : this.#addresses.guess.look(key);
  }

  /** Lets nobody wait any more. */
  close(): void {
    this.views.close();
  }

  /** Under what an address is counted; null where it is trusted. What is no address is counted as one. */
  #keyOf(address: string): string | null {
    const plain = plainAddress(address);
    if (plain === null) return address === '' ? null : 'no address';
    return this.#trusted.check(plain, familyOf(plain)) ? null : householdOf(plain);
  }
}

function meterOf(limit: RateLimit, now: Monotonic): Meter {
  return 'most' in limit
    ? new Span(limit.most, limit.withinS, now)
    : new Bucket(limit.perSecond, limit.burst, now);
}

function familyOf(plain: string): 'ipv4' | 'ipv6' {
  return isIPv4(plain) ? 'ipv4' : 'ipv6';
}
