import type { Connection, UnsentCommand } from '../../client/connection/connection.ts';
import { hintAfterMsOf } from '../../client/connection/freshness.ts';
import { randomId } from '../../client/connection/random-id.ts';
import { ServerClock } from '../../client/connection/server-clock.ts';
import { makeViewStore } from '../../client/connection/view-store.ts';
import { spoken } from '../../server/refusals/spoken.ts';
import { draftOf } from '../../server/socket/to-entry.ts';
import type { Attendance } from '../../shared/people/participant.ts';
import { isStaff, type Role } from '../../shared/people/role.ts';
import { nobodyAround, type Surroundings } from '../../shared/views/context.ts';
import { viewSchema } from '../../shared/views/view.ts';
import type { WireOutcome } from '../../shared/wire/down.ts';
import type { Joined } from '../../shared/wire/http.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import type { Day } from './given.ts';
import { Oracle, type Place } from './oracle.ts';
import { people, type Who } from './people.ts';

/** What a page is about, and in which role somebody is there where that is another than their own. */
export type Seat = Partial<Place>;

/**
 * A page's connection to a day that is only told: no server, no socket. Its view is what the product's own rules make of
 * the day's entries for this person; what is sent is kept in `sent`, and carried out by the same rules unless `answers`
 * says what comes of it. Nothing happens by itself: `look` brings the view of now.
 */
export class FakeConnection implements Connection {
  readonly store = makeViewStore();
  readonly clock = new ServerClock();
  /** What the page sent, in order. */
  readonly sent: UnsentCommand[] = [];
  /** What the next commands come to, in order, instead of what the rules say; `silence`: no answer ever comes. */
  readonly answers: (SpokenRefusal | 'silence')[] = [];
  /** What is known around the event and is no fact of its log; as of the next `look`. */
  around: Surroundings = nobodyAround;
  badge: string | undefined;
  /** How often the page asked to connect anew. */
  reconnects = 0;
  readonly #day: Day;
  readonly #who: Who;
  readonly #place: Place;
  readonly #hear = new Set<(forMs: number) => void>();
  #released = Promise.resolve();
  #name: string | null = null;
  #attendance: Attendance;

  constructor(day: Day, who: Who, seat: Seat = {}) {
    this.#day = day;
    this.#who = who;
    this.#place = { role: people[who].role, ...seat };
    this.#attendance = people[who].person.attendance;
  }

  /** The server's time on the day that is told, epoch milliseconds. */
  get now(): number {
    return this.#day.now();
  }

  /** Who the page is, and in which role. */
  get role(): Role {
    return this.#place.role;
  }

  /** The view of now arrives. */
  look(): void {
    const viewer = {
      ...{ participant: people[this.#who].participant, role: this.#place.role },
      ...{ name: this.#name, attendance: this.#attendance },
    };
    const { state } = this.#day;
    this.clock.exchange(Date.now(), this.now, Date.now());
    const plain = new Oracle(state, this.around).view(this.#place, viewer);
    this.store.setState({
      ...{ epoch: 'told', seq: state.seq, upTo: state.seq, view: viewSchema.parse(plain) },
      ...{ state: 'live', refusal: null, lastFrameAt: Date.now() },
    });
  }

  /** The day comes to an instant (epoch milliseconds), with all that happens by itself until then; the view of then arrives. */
  until(instant: number): void {
    this.#day.until(instant);
    this.look();
  }

  /** Nothing was heard for so long that the page says that it is not sure, or that what it shows is old. */
  lose(how: 'unsure' | 'stale'): void {
    this.store.setState({ state: how, lastFrameAt: Date.now() - hintAfterMsOf(this.role)[how] });
  }

  /** The server lets this page not in. */
  refuse(refusal: SpokenRefusal): void {
    this.store.setState({ state: 'refused', refusal });
  }

  /** A desk asks which screen this is. */
  whichOne(forMs: number): void {
    for (const hear of this.#hear) hear(forMs);
  }

  /** What is sent from now on has no outcome before what this gives is called. */
  hold(): () => void {
    let release = () => {};
    this.#released = new Promise((resolve) => {
      release = resolve;
    });
    return () => release();
  }

  open(): void {}

  close(): void {}

  admit({ token, participant: { name, attendance } }: Joined): void {
    this.badge = token;
    this.#name = name;
    this.#attendance = attendance;
    this.reconnect();
    this.look();
  }

  reconnect(): void {
    this.reconnects += 1;
    this.store.setState({ refusal: null });
  }

  async send(command: UnsentCommand): Promise<WireOutcome> {
    this.sent.push(command);
    const answer = this.answers.shift();
    if (answer === 'silence') return new Promise(() => undefined);
    await this.#released;
    return answer ?? this.#carryOut(command);
  }

  drawn(): void {}

  at(): void {}

  identify(): void {}

  onIdentify(hear: (forMs: number) => void): () => void {
    this.#hear.add(hear);
    return () => this.#hear.delete(hear);
  }

  /** What the rules make of a command, as intake drafts it; the view follows the answer. */
  #carryOut(command: UnsentCommand): WireOutcome {
    const { state, put } = this.#day;
    this.#day.until(Date.now());
    const by = { ...people[this.#who], role: this.#place.role };
    const drafted = draftOf(
      state.model,
      { id: randomId(), ...command, ...(isStaff(by.role) && { seen: this.store.getState().seq }) },
      { by, at: this.now, state, markKey: 'told' },
    );
    if (!drafted.ok) throw new Error(`${command.type}: ${JSON.stringify(drafted.issues)}`);
    const outcome = put(drafted.draft);
    queueMicrotask(() => this.look());
    return outcome.ok ? outcome : spoken(outcome);
  }
}
