import type { Surroundings } from '../../shared/views/context.ts';
import type { Viewer } from '../../shared/views/lens.ts';
import { type AudienceKey, isWatchful, windowOf } from './audiences.ts';
import { EventViews, type Viewed } from './event-views.ts';
import type { LiveEvent } from './live-event.ts';
import type { PatchMessage } from './messages.ts';
import type { OwnChanges } from './own-parts.ts';
import type { SharedView } from './shared-view.ts';

/** What the ticker follows of a live event. */
export type Followed = Viewed & Pick<LiveEvent, 'onApplied'>;

/** Where patches go: the ticker knows no sockets. */
export interface Outlet {
  /** Sends a patch to everybody of an audience; resolves when all of it is written. */
  broadcast(audience: AudienceKey, patch: PatchMessage): Promise<void>;
  /** Sends a patch to every connection of one participant in an audience. */
  tell(audience: AudienceKey, participant: string, patch: (viewer: Viewer) => PatchMessage): void;
}

/** People who are told their own part in one go, before others have their turn. */
const tellsAtOnce = 20;

interface Beat {
  shared: SharedView;
  lastAt: number;
  timer: NodeJS.Timeout | null;
  sending: boolean;
  /** Something changed since the last tick began. */
  stale: boolean;
}

/**
 * Turns applied entries into patches, one an audience and tick. The first change after quiet goes at once, the rest
 * in the tick; a tick never begins before the last one is written, so that overload stretches the tick and not a
 * queue. Nothing changed: nothing sent.
 */
export class Ticker {
  /** What everybody sees now, also between two ticks. */
  readonly views: EventViews;
  readonly #outlet: Outlet;
  readonly #beats = new Map<AudienceKey, Beat>();
  readonly #stop: () => void;

  /** `around` gives what is true around the event at the moment. */
  constructor(event: Followed, around: () => Surroundings, outlet: Outlet) {
    this.views = new EventViews(event, around);
    this.#outlet = outlet;
    this.#stop = event.onApplied((entry, applied) => {
      this.views.applied(entry, applied);
      this.#stale(applied.changes.some(({ of }) => of === 'stages'));
    });
  }

  /** Notes that something changed around the event that no entry says, and sees to it that it is sent. */
  changed(): void {
    this.views.changedBeside();
    this.#stale(false);
  }

  /** Tells somebody on every page who they are by their badges of now: no entry says it. */
  described(participant: string): void {
    for (const [key, { lens, sentTo }] of this.views.shared()) {
      const { own } = lens;
      if (!own) continue;
      this.#outlet.tell(key, participant, (viewer) => {
        const { me } = own(this.views.context, viewer);
        return this.views.ownPatch(sentTo, sentTo, { me, questions: {} });
      });
    }
  }

  /** Lets go of an audience that nobody belongs to any more: whoever comes back to it gets all of it. */
  forget(key: AudienceKey): void {
    const beat = this.#beats.get(key);
    if (beat?.timer) clearTimeout(beat.timer);
    this.#beats.delete(key);
    this.views.forget(key);
  }

  /** Sends nothing more. */
  close(): void {
    this.#stop();
    for (const beat of this.#beats.values()) if (beat.timer) clearTimeout(beat.timer);
  }

  /** What goes to a stage waits for no window. */
  #stale(staged: boolean): void {
    for (const [key, shared] of this.views.shared()) {
      const beat = this.#beats.get(key) ?? this.#begin(key, shared);
      beat.stale = true;
      this.#schedule(key, beat, staged && isWatchful(key));
    }
  }

  #begin(key: AudienceKey, shared: SharedView): Beat {
    const beat: Beat = { shared, lastAt: 0, timer: null, sending: false, stale: false };
    this.#beats.set(key, beat);
    return beat;
  }

  /** Plans the next tick: after the window since something was last sent; what goes to the stage waits for nothing. */
  #schedule(key: AudienceKey, beat: Beat, urgent = false): void {
    if (beat.sending || (beat.timer !== null && !urgent)) return;
    if (beat.timer !== null) clearTimeout(beat.timer);
    const wait = urgent ? 0 : Math.max(0, beat.lastAt + windowOf(key) - performance.now());
    beat.timer = setTimeout(() => void this.#tick(key, beat), wait);
  }

  async #tick(key: AudienceKey, beat: Beat): Promise<void> {
    beat.timer = null;
    beat.sending = true;
    beat.stale = false;
    const began = performance.now();
    beat.shared.advance(this.views.context);
    const upTo = beat.shared.seq;
    const unsent = beat.shared.drain();
    const people = beat.shared.drainOwn();
    if (unsent || people.size > 0) beat.lastAt = began;
    if (unsent) {
      const { from, seq, delta } = unsent;
      await this.#outlet.broadcast(key, { ...this.views.at(seq), from, ...delta });
    }
    await this.#tellOwn(key, beat, people, upTo);
    beat.sending = false;
    if (beat.stale) this.#schedule(key, beat);
  }

  /**
   * Tells people what changed of their own, after the common patch, which may have taken a question of theirs away. What they
   * did after that was worked out is told again with what comes of it for everybody.
   */
  async #tellOwn(key: AudienceKey, { shared }: Beat, people: OwnChanges, upTo: number): Promise<void> {
    const { lens, sentTo } = shared;
    const { own: ownOf } = lens;
    if (!ownOf) return;
    let told = 0;
    for (const [participant, questions] of people) {
      told += 1;
      if (told % tellsAtOnce === 0) await new Promise<void>((resolve) => setImmediate(resolve));
      this.#outlet.tell(key, participant, (viewer) => {
        const own = ownOf(this.views.context, viewer);
        const rows = Object.fromEntries(Object.entries(own.questions).filter(([id]) => questions.has(id)));
        return this.views.ownPatch(sentTo, upTo, { me: own.me, questions: rows });
      });
    }
  }
}
