import { isStaff, type Role } from '../../shared/people/role.ts';
import { Bucket, type Monotonic, type TooFast } from './meters.ts';

/** So many a second, and so many at once. */
interface Rate {
  perSecond: number;
  burst: number;
}

/** The contract's gross limit. */
const rates = {
  asker: { perSecond: 100, burst: 400 },
  staff: { perSecond: 400, burst: 2_000 },
} satisfies Record<string, Rate>;

/** How many times the limit is a flood, and after how many seconds of it somebody is cut off. */
const flood = { times: 5, seconds: 5 };

/** How many times the limit is looked at at all: a little more than a flood, so that one is seen and costs little. */
const paceTimes = 6;

/** In which steps that comes, in milliseconds: a little at a time. */
const paceStep = 20;

/** What a person sent in the second that is now, and whether the ones before were floods. */
interface Arrivals {
  /** When this second of theirs began. */
  began: number;
  count: number;
  /** Seconds of flood, one after the other, up to the one before this. */
  flooded: number;
}

/**
 * Counts everything that one person sends, by whatever socket or request, before it is parsed or looked up: commands,
 * unknown names, malformed frames, acknowledgements, pings. Past the limit it is refused; who sends five times the limit
 * in each of five seconds is to be cut off, and stays so as long as that goes on.
 */
export class GrossLimit {
  readonly #now: Monotonic;
  readonly #limits: Record<keyof typeof rates, Bucket>;
  readonly #paces: Record<keyof typeof rates, Bucket>;
  /** By kind and person: what somebody sends in one role is judged by that role's limit. */
  readonly #arrivals = new Map<string, Arrivals>();
  #swept = 0;

  constructor(now: Monotonic) {
    this.#now = now;
    const limit = ({ perSecond, burst }: Rate) => new Bucket(perSecond, burst, now);
    const pace = ({ perSecond }: Rate) => new Bucket(paceTimes * perSecond, perSecond, now, paceStep);
    this.#limits = { asker: limit(rates.asker), staff: limit(rates.staff) };
    this.#paces = { asker: pace(rates.asker), staff: pace(rates.staff) };
  }

  /** Persons who are remembered. */
  get size(): number {
    return this.#arrivals.size;
  }

  /** Counts something that a person sent; null where it is within the limit, else how long to wait. */
  count(person: string, role: Role): TooFast | null {
    const kind = kindOf(role);
    const arrivals = this.#arrivalsOf(person, kind);
    arrivals.count += 1;
    return this.#limits[kind].count(person);
  }

  /** Whether what a person sent past the limit may be looked at yet, or has to wait; it is to be counted then. */
  mayLook(person: string, role: Role): boolean {
    const kind = kindOf(role);
    return this.#limits[kind].look(person) === null || this.#paces[kind].count(person) === null;
  }

  /** Whether a person has been flooding for so long that they are to be cut off. */
  isFlooding(person: string, role: Role): boolean {
    const kind = kindOf(role);
    return this.#arrivals.has(`${kind} ${person}`) && this.#arrivalsOf(person, kind).flooded >= flood.seconds;
  }

  #arrivalsOf(person: string, kind: keyof typeof rates): Arrivals {
    const now = this.#now();
    this.#sweep(now);
    const key = `${kind} ${person}`;
    const before = this.#arrivals.get(key);
    const age = before ? now - before.began : Number.POSITIVE_INFINITY;
    if (before && age < 1_000) return before;
    const much = before && age < 2_000 && before.count >= flood.times * rates[kind].perSecond;
    const arrivals = much
      ? { began: before.began + 1_000, count: 0, flooded: before.flooded + 1 }
      : { began: now, count: 0, flooded: 0 };
    this.#arrivals.set(key, arrivals);
    return arrivals;
  }

  /** Once a second, forgets who sent nothing in this one and the one before. */
  #sweep(now: number): void {
    if (now - this.#swept < 1_000) return;
    this.#swept = now;
    for (const [person, { began }] of this.#arrivals) if (now - began >= 2_000) this.#arrivals.delete(person);
  }
}

function kindOf(role: Role): keyof typeof rates {
  return isStaff(role) ? 'staff' : 'asker';
}
