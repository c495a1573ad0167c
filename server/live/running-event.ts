import { runsEvent } from '../../shared/people/known.ts';
import { eventOf, textOf } from '../../shared/state/state.ts';
import type { Surroundings } from '../../shared/views/context.ts';
import type { LogStore } from '../log/log.ts';
import { DeskWatch } from './desk-watch.ts';
import { Fullness } from './fullness.ts';
import { LiveEvent, type LiveEventOptions } from './live-event.ts';
import { Presence } from './presence.ts';
import { eraseWhenOver } from './retention.ts';
import { type Outlet, Ticker } from './ticker.ts';
import { Timekeeper } from './timekeeper.ts';

/** How often the public learns how many people are here, in milliseconds. */
const peopleEvery = 30_000;

/** How often it is looked whether names and texts have been kept long enough, in milliseconds. */
const retentionEvery = 60 * 60_000;

/** What a running event needs from the server around it. */
export interface RunningOptions extends LiveEventOptions {
  /** The link that brings people into an event with this code; null where they cannot reach this server yet. */
  joinUrl: (code: string) => string | null;
  /** The clock that stamps entries, and how far the computer's own is from it. */
  wallClock?: WallClock;
}

/** What an event knows of the computer's clock. */
export interface WallClock {
  /** By how much it is ahead of the time that is used, in milliseconds; null: not at all. */
  readonly ahead: number | null;
  /** Somebody says that it is right. */
  trust(): void;
  onChange(listener: () => void): () => void;
}

/** A live event with everything that runs it on this node: time, presence, and the ticker that tells what changed. */
export class RunningEvent {
  readonly live: LiveEvent;
  readonly presence: Presence;
  readonly ticker: Ticker;
  readonly desk: DeskWatch;
  /** How much of what it may hold the event holds. */
  readonly fullness: Fullness;
  readonly #timekeeper: Timekeeper;
  readonly #stopWatching: () => void;
  readonly #peopleTimer: NodeJS.Timeout;
  readonly #retentionTimer: NodeJS.Timeout;

  private constructor(live: LiveEvent, outlet: Outlet, options: RunningOptions) {
    this.live = live;
    let people: { inRoom: number; remote: number } | null = null;
    const around = (): Surroundings => {
      const code = eventOf(live.state)?.code;
      return {
        joinUrl: code === undefined ? null : options.joinUrl(code),
        people,
        staff: this.presence.staff,
        displays: this.presence.displays,
        seen: this.presence.seen,
        unattended: this.desk.unattended,
        clockAhead: options.wallClock?.ahead ?? null,
        filled: this.fullness.percent,
      };
    };
    const runs = (participant: string) => runsEvent(live.state, participant);
    this.presence = new Presence(options.clock, runs, (of) => {
      this.ticker.changed();
      if (of === 'staff') this.desk.look();
    });
    this.fullness = new Fullness(live, options.alarm, () => this.ticker.changed());
    this.desk = new DeskWatch(live, this.presence, () => this.ticker.changed());
    this.ticker = new Ticker(live, around, outlet);
    this.#stopWatching =
      options.wallClock?.onChange(() => {
        this.ticker.changed();
        // What has come due by the time that is followed now happens at once.
        void this.catchUp();
      }) ?? (() => undefined);
    live.onApplied((entry, { changes, outcome }) => {
      if (outcome.ok && live.state.model.kind(entry.type).trustsClock) options.wallClock?.trust();
      for (const change of changes) {
        const person =
          change.of === 'participants' ? live.state.tables.participants.get(change.id) : undefined;
        if (person)
          this.presence.known(person.id, {
            name: textOf(live.state, person.name),
            attendance: person.attendance,
          });
      }
    });
    this.#timekeeper = new Timekeeper(live);
    this.#peopleTimer = setInterval(() => {
      const { inRoom, remote } = this.presence.people();
      if (people?.inRoom === inRoom && people.remote === remote) return;
      people = { inRoom, remote };
      this.ticker.changed();
    }, peopleEvery);
    this.#peopleTimer.unref();
    this.#retentionTimer = setInterval(() => void eraseWhenOver(live), retentionEvery);
    this.#retentionTimer.unref();
  }

  /** Opens an event and brings it up to this moment, so that the first view already is right. */
  static async open(
    slug: string,
    store: LogStore,
    outlet: Outlet,
    options: RunningOptions,
  ): Promise<RunningEvent> {
    const running = new RunningEvent(await LiveEvent.open(slug, store, options), outlet, options);
    const isOdd = isOddTime(running.live);
    if (isOdd) sayOddTime(running.live, options);
    await running.catchUp();
    // What a wrong clock erases does not come back: where it looks wrong, somebody has until the next look to set it right.
    if (!isOdd) await eraseWhenOver(running.live);
    return running;
  }

  /** Appends the moments that nobody was there for. */
  async catchUp(): Promise<void> {
    if (eventOf(this.live.state)) await this.#timekeeper.catchUp();
  }

  /** Stops time, ticks and the log, in this order; `removed`: the log of it is gone already. */
  async close(as: { removed?: boolean } = {}): Promise<void> {
    clearInterval(this.#peopleTimer);
    clearInterval(this.#retentionTimer);
    this.desk.close();
    this.#stopWatching();
    this.#timekeeper.close();
    this.ticker.close();
    await this.live.close(as);
  }
}

/** How far the last entry may lie behind before a start says so, and ahead, in milliseconds. */
const odd = { behind: 24 * 60 * 60_000, ahead: 5 * 60_000 };

/** Whether the last entry is far from what the clock says. */
function isOddTime(live: LiveEvent): boolean {
  const { state } = live;
  const now = live.clock();
  return state.seq > 0 && (now - state.at > odd.behind || state.at - now > odd.ahead);
}

/** A start takes the clock as it is: where the last entry is far from it, that is worth a look. */
function sayOddTime(live: LiveEvent, { notice }: RunningOptions): void {
  const { slug, state } = live;
  const now = live.clock();
  const [last, here] = [state.at, now].map((at) => new Date(at).toISOString());
  notice?.(
    state.at > now
      ? `${slug}: the last entry is of ${last}, and this computer says that it is ${here}. Until then its time stands still: is the clock right?`
      : `${slug}: the last entry is of ${last}, and this computer says that it is ${here}. Is the clock right?`,
  );
}
