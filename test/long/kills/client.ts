import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  type Followed,
  followPatch,
  followView,
  nothingFollowed,
} from '../../../client/connection/follow.ts';
import { patchMessageSchema, viewMessageSchema } from '../../../shared/wire/down.ts';
import { call } from '../../world/calling.ts';
import type { Dice } from '../../world/dice.ts';
import type { Happening, Sent } from '../../world/history/history.ts';
import { Wire } from './wire.ts';

/** The parts of messages that a history is made of. */
const outcomeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), seq: z.number() }),
  z.object({ ok: z.literal(false), reason: z.string(), retryAfterMs: z.number().optional() }),
]);
const viewSchema = z.object({ epoch: z.string(), seq: z.number(), mark: z.string().optional() });
const patchSchema = viewSchema.extend({ from: z.number(), own: z.boolean().optional() });

/** Who a client is and how it behaves. */
export interface Nature {
  name: string;
  role: 'attendee' | 'moderator';
  participant: string;
  token: string;
  event: string;
  /** Commands that may be under way at once. */
  window: number;
  /** Shortest time between two new commands, milliseconds: the limits of the contract are kept. */
  pause: number;
  /** Whether it keeps up a view, to be compared at the end. */
  keepsView: boolean;
  /** The next command to send; null: nothing to do now. */
  next: () => Sent | null;
  /** Told of what was taken. */
  taken: (id: string, sent: Sent) => void;
}

/** Where somebody is in the log, by what they heard last. */
interface Heard {
  seq: number;
  epoch: string;
  mark: string | undefined;
}

interface Pending {
  id: string;
  sent: Sent;
  /** The number under which it went down this connection; null: it waits for one. */
  number: number | null;
}

/**
 * Somebody at a phone or a desk who loses the connection again and again: sends under ids, sends again what was not
 * answered, in the same order, comes back with what was heard last, and notes everything in the history.
 */
export class Client {
  readonly nature: Nature;
  readonly #history: Happening[];
  readonly #dice: Dice;
  readonly #pending: Pending[] = [];
  #origin: string | null = null;
  #wire: Wire | null = null;
  #open = false;
  #numbers = 0;
  #reads = 0;
  #heard: Heard | null = null;
  #followed: Followed = nothingFollowed;
  #notBefore = 0;
  #sending = false;

  constructor(nature: Nature, history: Happening[], dice: Dice) {
    this.nature = nature;
    this.#history = history;
    this.#dice = dice;
  }

  /** How many commands wait for an answer. */
  get waiting(): number {
    return this.#pending.length;
  }

  /** The seq that was heard last. */
  get seq(): number {
    return this.#heard?.seq ?? 0;
  }

  get followed(): Followed {
    return this.#followed;
  }

  /** Looks for a server here, again and again; null: nowhere any more. */
  meet(origin: string | null): void {
    this.#origin = origin;
    if (origin === null) this.#wire?.close();
    else if (this.#wire === null) this.#connect(origin);
  }

  /** Begins or stops to send new commands; what is under way is brought to its end. */
  sends(sending: boolean): void {
    this.#sending = sending;
  }

  /** Sends what is due. To be called often. */
  act(): void {
    if (!this.#open) return;
    for (const each of this.#pending) if (each.number === null) this.#send(each);
    if (!this.#sending || this.#pending.length >= this.nature.window || performance.now() < this.#notBefore)
      return;
    const sent = this.nature.next();
    if (sent === null) return;
    const { name: client, participant, role } = this.nature;
    const one = { id: randomUUID(), sent, number: null };
    this.#notBefore = performance.now() + this.nature.pause;
    this.#history.push({ client, what: 'invoke', id: one.id, participant, role, sent });
    this.#pending.push(one);
    this.#send(one);
  }

  /** Asks for a view over HTTP and notes what it holds; false where there was none. */
  async look(): Promise<boolean> {
    const { name: client, event, token } = this.nature;
    this.#reads += 1;
    const number = this.#reads;
    if (this.#origin === null) return false;
    this.#history.push({ client, what: 'ask-view', number });
    const answer = await call(this.#origin, `/api/events/${event}/view`, { token }).catch(() => null);
    const view = viewSchema.safeParse(answer?.body);
    if (view.success)
      this.#history.push({ client, what: 'read', number, epoch: view.data.epoch, seq: view.data.seq });
    return view.success;
  }

  #send(one: Pending): void {
    this.#numbers += 1;
    one.number = this.#numbers;
    this.#wire?.send(one.number, 'command', { id: one.id, ...one.sent });
  }

  #resume(): void {
    this.#numbers += 1;
    this.#wire?.send(this.#numbers, 'resume', this.#heard ? whereOf(this.#heard) : {});
  }

  #connect(origin: string): void {
    const { name: client, event, token } = this.nature;
    const since = this.#dice.chance(0.1) ? null : this.#heard;
    const auth = { event, token, ...(since && whereOf(since)) };
    this.#wire = new Wire(origin, auth, {
      opened: () => {
        this.#open = true;
      },
      heard: (name, body) => this.#hear(name, body),
      answered: (number, body) => this.#answered(number, body),
      closed: () => this.#closed(),
    });
    this.#history.push({ client, what: 'connect', since: since?.seq ?? null });
  }

  /** Everything that was under way goes again in its order; now and then somebody gives one up and never learns. */
  #closed(): void {
    this.#wire = null;
    this.#open = false;
    for (const each of this.#pending) each.number = null;
    if (this.#pending.length > 0 && this.#dice.chance(0.1)) this.#pending.pop();
    setTimeout(() => {
      if (this.#origin !== null && this.#wire === null) this.#connect(this.#origin);
    }, 50 + this.#dice.below(200));
  }

  #hear(name: string, body: unknown): void {
    const client = this.nature.name;
    if (name === 'view') {
      const { epoch, seq, mark } = viewSchema.parse(body);
      this.#heard = { seq, epoch, mark };
      this.#history.push({ client, what: 'view', epoch, seq });
    } else if (name === 'patch') {
      const { epoch, from, seq, mark, own = false } = patchSchema.parse(body);
      this.#history.push({ client, what: 'patch', epoch, from, seq, own });
      if (!own && this.#heard !== null && seq >= this.#heard.seq) this.#heard = { seq, epoch, mark };
    } else {
      // What waited became too much and was dropped: nothing more comes until it is asked for.
      if (name === 'stale') this.#resume();
      return;
    }
    if (!this.nature.keepsView) return;
    const step =
      name === 'view'
        ? followView(this.#followed, viewMessageSchema.parse(body))
        : followPatch(this.#followed, patchMessageSchema.parse(body));
    if (step.kind === 'moved') this.#followed = step.to;
  }

  #answered(number: number, body: unknown): void {
    const index = this.#pending.findIndex((each) => each.number === number);
    const one = this.#pending[index];
    if (!one) return;
    const client = this.nature.name;
    const outcome = outcomeSchema.parse(body);
    if (!outcome.ok && outcome.reason === 'unavailable') {
      one.number = null;
      return;
    }
    this.#pending.splice(index, 1);
    if (outcome.ok) {
      this.#history.push({ client, what: 'ok', id: one.id, seq: outcome.seq });
      this.nature.taken(one.id, one.sent);
      return;
    }
    this.#history.push({ client, what: 'refused', id: one.id, reason: outcome.reason });
    if (outcome.retryAfterMs !== undefined) this.#notBefore = performance.now() + outcome.retryAfterMs;
  }
}

function whereOf({ seq, epoch, mark }: Heard): { since: number; epoch: string; mark?: string } {
  return { since: seq, epoch, ...(mark !== undefined && { mark }) };
}
