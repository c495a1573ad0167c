import { randomInt } from 'node:crypto';
import type { Applied } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { contextOf, type Surroundings, type ViewContext } from '../../shared/views/context.ts';
import { type AnyLens, fullView, type Own, type Viewer } from '../../shared/views/lens.ts';
import { isEmpty } from '../../shared/views/patch.ts';
import { iso } from '../../shared/wire/instant.ts';
import { type AudienceKey, audienceOf, isWatchful, lensOf, type Seat, windowOf } from './audiences.ts';
import { EncodedView } from './encoded-view.ts';
import type { LiveEvent } from './live-event.ts';
import { resumeLimit } from './marks.ts';
import type { At, PatchMessage, ViewMessage } from './messages.ts';
import type { OwnChanges } from './own-parts.ts';
import { SharedView } from './shared-view.ts';
import { WorkedOut } from './worked-out.ts';

/** What the ticker follows of a live event. */
export type Followed = Pick<LiveEvent, 'state' | 'onApplied' | 'clock'> & {
  log: Pick<LiveEvent['log'], 'epoch'>;
  marks: Pick<LiveEvent['marks'], 'of'>;
  /** Told of somebody who followed another log than this. */
  strayed(participant: string): void;
};

/** Where a client left off, as it says so itself: nothing of it is checked yet. */
export interface LeftOff {
  since?: unknown;
  epoch?: unknown;
  /** The mark that came with the seq `since`. */
  mark?: unknown;
}

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
  /** The common view of a context as JSON, where somebody asked for it. */
  encoded: { context: ViewContext; view: EncodedView } | null;
}

/**
 * Turns applied entries into patches, one an audience and tick. The first change after quiet goes at once, the rest
 * in the tick; a tick never begins before the last one is written, so that overload stretches the tick and not a
 * queue. Nothing changed: nothing sent.
 */
export class Ticker {
  readonly #event: Followed;
  readonly #around: () => Surroundings;
  readonly #outlet: Outlet;
  readonly #beats = new Map<AudienceKey, Beat>();
  readonly #stop: () => void;
  readonly #worked = new WorkedOut();
  #context: ViewContext | null = null;
  /** Begins anywhere: after a start it is another, since a log that lost entries comes to the same seqs again. */
  #changesBeside = randomInt(2 ** 40);

  constructor(event: Followed, around: () => Surroundings, outlet: Outlet) {
    this.#event = event;
    this.#around = around;
    this.#outlet = outlet;
    this.#stop = event.onApplied((entry, applied) => this.#applied(entry, applied));
  }

  /** How often something changed that no entry says: who is here, what displays drew, whether anybody is at a desk. */
  get changesBeside(): number {
    return this.#changesBeside;
  }

  /** Notes that something changed around the event that no entry says, and sees to it that it is sent. */
  changed(): void {
    this.#changesBeside += 1;
    this.#stale(false);
  }

  /** Tells somebody on every page who they are by their badges of now: no entry says it. */
  described(participant: string): void {
    for (const [key, { shared }] of this.#beats) {
      const { lens, sentTo } = shared;
      const { own } = lens;
      if (!own) continue;
      this.#outlet.tell(key, participant, (viewer) => {
        return this.#ownPatch(sentTo, sentTo, { me: own(this.#contextNow(), viewer).me });
      });
    }
  }

  #applied(entry: Entry, applied: Applied): void {
    const { changes, gone } = applied;
    this.#worked.applied(
      changes,
      gone.texts.map(({ digest }) => digest),
    );
    for (const { shared } of this.#beats.values()) shared.applied(entry, applied);
    this.#stale(changes.some(({ of }) => of === 'stages'));
  }

  /** What goes to a stage waits for no window. */
  #stale(staged: boolean): void {
    this.#context = null;
    for (const [key, beat] of this.#beats) {
      beat.stale = true;
      this.#schedule(key, beat, staged && isWatchful(key));
    }
  }

  /**
   * What brings a connection up from where it left off: one patch, where that is of this log and recent; null: it takes a
   * whole view. Whoever gets it must be among the audience's listeners before anything else happens.
   */
  resumed(seat: Seat, viewer: Viewer, { since, epoch, mark }: LeftOff): PatchMessage | null {
    const { shared, context } = this.#current(seat);
    const here = this.#at(shared.seq);
    const strayed = this.#isOfAnother(since, epoch, mark);
    if (strayed) this.#event.strayed(viewer.participant);
    if (strayed || !isRecent(since, epoch, here)) return null;
    if (since === here.seq) return { ...here, from: since, set: shared.around(since), gone: {} };
    const delta = shared.since(since, context);
    const own = shared.lens.own?.(context, viewer) ?? null;
    return { ...here, from: since, ...withOwn(delta, own), ...(own && { upTo: here.seq }) };
  }

  /** Whether a connection that left off there takes a whole view. */
  isLost({ since, epoch, mark }: LeftOff): boolean {
    const here = { epoch: this.#event.log.epoch, seq: this.#event.state.seq };
    return this.#isOfAnother(since, epoch, mark) || !isRecent(since, epoch, here);
  }

  /**
   * What the patch that answers `since` leaves out because no entry says it, to be sent right after it: who came and went,
   * and, to whoever knows every entry, their own part, which is told after the entry and may have been missed.
   */
  meanwhile(seat: Seat, viewer: Viewer, since: number): PatchMessage[] {
    const { shared, context } = this.#current(seat);
    const here = { ...this.#at(shared.seq), from: shared.seq };
    const delta = shared.meanwhile(since);
    const own = since === shared.seq ? shared.lens.own?.(context, viewer) : undefined;
    return [
      ...(isEmpty(delta) ? [] : [{ ...here, ...delta }]),
      ...(own ? [this.#ownPatch(shared.seq, shared.seq, ownSet(own))] : []),
    ];
  }

  /** The whole view of a viewer as of now. */
  view(seat: Seat, viewer: Viewer): ViewMessage {
    const { shared, context } = this.#current(seat);
    return this.#viewMessage(shared, context, viewer);
  }

  /** The whole view of a viewer as of now, as JSON: what is common was written once for everybody of the audience. */
  encodedView(seat: Seat, viewer: Viewer): string {
    const { shared, context, beat } = this.#current(seat);
    if (beat.encoded?.context !== context)
      beat.encoded = { context, view: new EncodedView(this.#at(shared.seq), shared.view()) };
    return beat.encoded.view.message(shared.lens.own?.(context, viewer) ?? null, this.#event.clock());
  }

  /** The part of a view that is the same for everybody of the audience. */
  common(seat: Seat): At & { view: Record<string, object | null> } {
    const { shared } = this.#current(seat);
    return { ...this.#at(shared.seq), view: shared.view() };
  }

  /** The part of a view that is one person's; null where the view is nobody's own. */
  own(seat: Seat, viewer: Viewer): { at: At; own: Own | null } {
    const { shared, context } = this.#current(seat);
    return { at: this.#at(shared.seq), own: shared.lens.own?.(context, viewer) ?? null };
  }

  /** Lets go of an audience that nobody belongs to any more: whoever comes back to it gets all of it. */
  forget(key: AudienceKey): void {
    const beat = this.#beats.get(key);
    if (beat?.timer) clearTimeout(beat.timer);
    beat?.shared.close();
    this.#beats.delete(key);
  }

  /** Sends nothing more. */
  close(): void {
    this.#stop();
    for (const beat of this.#beats.values()) if (beat.timer) clearTimeout(beat.timer);
  }

  /** The place in the log of a message. */
  #at(seq: number): At {
    const mark = this.#event.marks.of(seq);
    return { epoch: this.#event.log.epoch, seq, ...(mark !== undefined && { mark }) };
  }

  /** [W80] Whether somebody who says where they left off followed another log: this one has no such entry there. */
  #isOfAnother(since: unknown, epoch: unknown, mark: unknown): boolean {
    if (typeof since !== 'number' || typeof mark !== 'string') return false;
    if (epoch != null && epoch !== this.#event.log.epoch) return false;
    const ours = this.#event.marks.of(since);
    // Before the first entry no log has a mark.
    return since === 0 || since > this.#event.state.seq || (ours !== undefined && ours !== mark);
  }

  #current(seat: Seat): { shared: SharedView; context: ViewContext; beat: Beat } {
    const { key } = audienceOf(seat);
    const context = this.#contextNow();
    const beat = this.#beats.get(key) ?? this.#begin(key, lensOf(seat, this.#event.state.model), context);
    beat.shared.advance(context);
    return { shared: beat.shared, context, beat };
  }

  #begin(key: AudienceKey, lens: AnyLens, context: ViewContext): Beat {
    const beat: Beat = {
      shared: new SharedView(lens, context, this.#worked),
      lastAt: 0,
      timer: null,
      sending: false,
      stale: false,
      encoded: null,
    };
    this.#beats.set(key, beat);
    return beat;
  }

  #contextNow(): ViewContext {
    this.#context ??= contextOf(this.#event.state, this.#around());
    return this.#context;
  }

  /** What is one person's own, told after a common seq. */
  #ownPatch(seq: number, upTo: number, set: PatchMessage['set']): PatchMessage {
    return { ...this.#at(seq), from: seq, set, gone: {}, own: true, upTo };
  }

  #viewMessage(shared: SharedView, context: ViewContext, viewer: Viewer): ViewMessage {
    const own = shared.lens.own?.(context, viewer) ?? null;
    const view = fullView(shared.view(), own);
    return { ...this.#at(shared.seq), view, serverTime: iso(this.#event.clock()) };
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
    beat.shared.advance(this.#contextNow());
    const upTo = beat.shared.seq;
    const unsent = beat.shared.drain();
    const people = beat.shared.drainOwn();
    if (unsent || people.size > 0) beat.lastAt = began;
    if (unsent) {
      const { from, seq, delta } = unsent;
      await this.#outlet.broadcast(key, { ...this.#at(seq), from, ...delta });
    }
    await this.#tellOwn(key, beat, people, upTo);
    beat.sending = false;
    if (beat.stale) this.#schedule(key, beat);
  }

  /**
   * Tells people what changed of their own, after the common patch, which may have taken a question of theirs away. What they
   * did after that was worked out is told again with what comes of it for everybody.
   */
  async #tellOwn(key: AudienceKey, beat: Beat, people: OwnChanges, upTo: number): Promise<void> {
    const { lens, sentTo } = beat.shared;
    const { own: ownOf } = lens;
    if (!ownOf) return;
    let told = 0;
    for (const [participant, questions] of people) {
      told += 1;
      if (told % tellsAtOnce === 0) await new Promise<void>((resolve) => setImmediate(resolve));
      this.#outlet.tell(key, participant, (viewer) => {
        const own = ownOf(this.#contextNow(), viewer);
        const rows = Object.fromEntries(Object.entries(own.questions).filter(([id]) => questions.has(id)));
        return this.#ownPatch(sentTo, upTo, ownSet({ ...own, questions: rows }));
      });
    }
  }
}

function isRecent(since: unknown, epoch: unknown, here: { epoch: string; seq: number }): since is number {
  if (typeof since !== 'number' || !Number.isInteger(since) || since < 0 || since > here.seq) return false;
  return (epoch == null || epoch === here.epoch) && here.seq - since <= resumeLimit;
}

/** An own part as a patch sets it. */
function ownSet({ me, questions }: Own): PatchMessage['set'] {
  return { me, ...(Object.keys(questions).length > 0 && { questions }) };
}

function withOwn(
  delta: { set: Record<string, object | null>; gone: Record<string, string[]> },
  own: Own | null,
) {
  if (own === null) return delta;
  const ids = new Set(Object.keys(own.questions));
  const set = {
    ...delta.set,
    me: own.me,
    ...(ids.size > 0 && { questions: { ...delta.set.questions, ...own.questions } }),
  };
  const gone = { ...delta.gone };
  if (gone.questions) gone.questions = gone.questions.filter((id) => !ids.has(id));
  return { set, gone };
}
