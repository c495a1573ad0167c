import type { EventRow } from '../../shared/event/event.ts';
import type { Programme } from '../../shared/rundown/programme.ts';
import { type Actor, serverActor } from '../../shared/state/actor.ts';
import { eventOf } from '../../shared/state/state.ts';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { type LogStore, LogUnavailable } from '../log/log.ts';
import { refuse } from '../refusals/refuse.ts';
import { withLogoKept } from './kept-logo.ts';
import { RunningEvent, type RunningOptions } from './running-event.ts';
import type { Outlet } from './ticker.ts';

/** Who changes an event by a programme, and which sessions on air may go by it. */
export interface ApplyOptions {
  by?: Actor;
  removeOnAir?: (running: RunningEvent) => readonly string[];
}

/** All events of this server, by slug. */
export class Events {
  readonly store: LogStore;
  readonly #running = new Map<string, RunningEvent>();
  readonly #outletOf: (slug: string) => Outlet;
  readonly #options: RunningOptions;
  #frozen: Refusal | null = null;

  constructor(store: LogStore, outletOf: (slug: string) => Outlet, options: RunningOptions) {
    this.store = store;
    this.#outletOf = outletOf;
    this.#options = options;
  }

  /** Opens every event that the store holds. */
  async openAll(): Promise<void> {
    for (const slug of await this.store.list()) await this.open(slug);
  }

  /** Opens one event, making its log where there is none. */
  async open(slug: string): Promise<RunningEvent> {
    const known = this.#running.get(slug);
    if (known) return known;
    const running = await RunningEvent.open(slug, this.store, this.#outletOf(slug), this.#options);
    this.#running.set(slug, running);
    if (this.#frozen) running.live.freeze(this.#frozen);
    void this.#scrub(running);
    return running;
  }

  /** Makes an event from its programme, or changes it; the id makes the same programme the same entry. Gives why the rules refuse it. */
  async apply(
    programme: Programme,
    id: string,
    { by = serverActor, removeOnAir }: ApplyOptions = {},
  ): Promise<RunningEvent | Refusal> {
    const running = await this.open(programme.slug);
    const kept = withLogoKept(programme, running.live.state);
    const data = {
      programme: kept.programme,
      ...(removeOnAir && { removeOnAir: [...removeOnAir(running)] }),
    };
    const personal = kept.bodies.length > 0 && { personal: { owner: by.participant, bodies: kept.bodies } };
    const outcome = await running.live.submitAs(by, 'programme.apply', data, { id, ...personal });
    if (!outcome.ok) return outcome;
    await running.catchUp();
    return running;
  }

  /** The running event with this slug; undefined where there is none, or it has no programme yet. */
  get(slug: string): RunningEvent | undefined {
    const running = this.#running.get(slug);
    return running && eventOf(running.live.state) ? running : undefined;
  }

  /** Every event with its facts, `demo` first, then by start. */
  list(): { running: RunningEvent; event: EventRow }[] {
    return [...this.#running.values()]
      .flatMap((running) => {
        const event = eventOf(running.live.state);
        return event ? [{ running, event }] : [];
      })
      .toSorted(
        (a, b) =>
          Number(b.event.slug === 'demo') - Number(a.event.slug === 'demo') ||
          b.event.startsAt - a.event.startsAt,
      );
  }

  /** Makes every event read-only, also those that are opened later. */
  freeze(why: Refusal): void {
    this.#frozen = why;
    for (const { live } of this.#running.values()) live.freeze(why);
  }

  /** The first event that is read-only, with why; null where there is none. */
  readOnly(): { slug: string; why: Refusal } | null {
    for (const { live } of this.#running.values())
      if (live.readOnly !== null) return { slug: live.slug, why: live.readOnly };
    return null;
  }

  /**
   * Removes an event with everything it holds; throws `LogUnavailable` where the log keeps it, and it goes on. False where
   * traces of it are left in the files for now, which is said.
   */
  async remove(slug: string): Promise<boolean> {
    const isGone = await this.store.remove(slug);
    const running = this.#running.get(slug);
    this.#running.delete(slug);
    await running?.close({ removed: true });
    if (!isGone)
      this.#options.alarm(
        `${slug} is deleted, but traces of it are left in the files while the disk is full or another program reads the log; they are removed as soon as may be`,
      );
    return isGone;
  }

  /** Closes all events, then the store. */
  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map((running) => running.close()));
    await this.store.close();
  }

  /** Checks the whole log behind a running event; damage makes the event read-only and says what to do. A log that closes first is checked at the next start. */
  async #scrub({ live }: RunningEvent): Promise<void> {
    try {
      const { damage } = await this.store.check(live.slug);
      if (damage !== null)
        live.freeze(refuse('unavailable', 'log-damaged', { now: { slug: live.slug, damage } }));
    } catch (error) {
      if (!(error instanceof LogUnavailable))
        this.#options.alarm(`The log of ${live.slug} could not be checked`, error);
    }
  }
}
