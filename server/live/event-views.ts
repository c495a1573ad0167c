import { randomInt } from 'node:crypto';
import type { Applied } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import { contextOf, type Surroundings, type ViewContext } from '../../shared/views/context.ts';
import { fullView, type Own, type Viewer } from '../../shared/views/lens.ts';
import { type Delta, isEmpty } from '../../shared/views/patch.ts';
import { iso } from '../../shared/wire/instant.ts';
import { type AudienceKey, audienceOf, lensOf, type Seat } from './audiences.ts';
import { EncodedView } from './encoded-view.ts';
import { hasStrayed, type LeftOff, type Logged, patchableFrom } from './left-off.ts';
import type { LiveEvent } from './live-event.ts';
import type { At, PatchMessage, ViewMessage } from './messages.ts';
import { SharedView } from './shared-view.ts';
import { WorkedOut } from './worked-out.ts';

/** The live event whose views these are. */
export type Viewed = Logged &
  Pick<LiveEvent, 'clock'> & {
    /** Told of somebody who followed another log than this. */
    strayed(participant: string): void;
  };

/** What is kept of an audience: its common view, and that view of a context as JSON, where somebody asked for it. */
interface Kept {
  shared: SharedView;
  encoded: { context: ViewContext; view: EncodedView } | null;
}

/** What everybody sees of an event, as of now: whole views, parts of them, and what brings up whoever was away. */
export class EventViews {
  readonly #event: Viewed;
  readonly #around: () => Surroundings;
  readonly #kept = new Map<AudienceKey, Kept>();
  readonly #worked = new WorkedOut();
  #context: ViewContext | null = null;
  /** Begins anywhere: after a start it is another, since a log that lost entries comes to the same seqs again. */
  #changesBeside = randomInt(2 ** 40);

  /** `around` gives what is true around the event at the moment. */
  constructor(event: Viewed, around: () => Surroundings) {
    this.#event = event;
    this.#around = around;
  }

  /** The audiences that somebody belongs to, each with its common view. */
  *shared(): Generator<[key: AudienceKey, shared: SharedView]> {
    for (const [key, { shared }] of this.#kept) yield [key, shared];
  }

  /** How often something changed that no entry says: who is here, what displays drew, whether anybody is at a desk. */
  get changesBeside(): number {
    return this.#changesBeside;
  }

  /** Notes that something changed around the event that no entry says. */
  changedBeside(): void {
    this.#changesBeside += 1;
    this.#context = null;
  }

  /** Notes what an entry changed. */
  applied(entry: Entry, applied: Applied): void {
    const forgotten = applied.gone.texts.map(({ digest }) => digest);
    this.#worked.applied(applied.changes, forgotten);
    for (const { shared } of this.#kept.values()) shared.applied(entry, applied);
    this.#context = null;
  }

  /** What views are made of now. */
  get context(): ViewContext {
    this.#context ??= contextOf(this.#event.state, this.#around());
    return this.#context;
  }

  /**
   * What brings a connection up from where it left off: one patch, where that is of this log and recent; null: it takes a
   * whole view. Whoever gets it must be among the audience's listeners before anything else happens.
   */
  resumed(seat: Seat, viewer: Viewer, leftOff: LeftOff): PatchMessage | null {
    const { shared, context } = this.#current(seat);
    const here = this.at(shared.seq);
    if (hasStrayed(leftOff, this.#event)) this.#event.strayed(viewer.participant);
    const since = patchableFrom(leftOff, this.#event);
    if (since === null) return null;
    if (since === here.seq) return { ...here, from: since, set: shared.around(since), gone: {} };
    const delta = shared.since(since, context);
    const own = shared.lens.own?.(context, viewer) ?? null;
    return { ...here, from: since, ...withOwn(delta, own), ...(own && { upTo: here.seq }) };
  }

  /** Whether a connection that left off there takes a whole view. */
  isLost(leftOff: LeftOff): boolean {
    return patchableFrom(leftOff, this.#event) === null;
  }

  /**
   * What the patch that answers `since` leaves out because no entry says it, to be sent right after it: who came and went,
   * and, to whoever knows every entry, their own part, which is told after the entry and may have been missed.
   */
  meanwhile(seat: Seat, viewer: Viewer, since: number): PatchMessage[] {
    const { shared, context } = this.#current(seat);
    const here = { ...this.at(shared.seq), from: shared.seq };
    const delta = shared.meanwhile(since);
    const own = since === shared.seq ? shared.lens.own?.(context, viewer) : undefined;
    return [
      ...(isEmpty(delta) ? [] : [{ ...here, ...delta }]),
      ...(own ? [this.ownPatch(shared.seq, shared.seq, own)] : []),
    ];
  }

  /** The whole view of a viewer as of now. */
  view(seat: Seat, viewer: Viewer): ViewMessage {
    const { shared, context } = this.#current(seat);
    const view = fullView(shared.view(), shared.lens.own?.(context, viewer) ?? null);
    return { ...this.at(shared.seq), view, serverTime: iso(this.#event.clock()) };
  }

  /** The whole view of a viewer as of now, as JSON: what is common was written once for everybody of the audience. */
  encodedView(seat: Seat, viewer: Viewer): string {
    const { shared, context, kept } = this.#current(seat);
    if (kept.encoded?.context !== context)
      kept.encoded = { context, view: new EncodedView(this.at(shared.seq), shared.view()) };
    return kept.encoded.view.message(shared.lens.own?.(context, viewer) ?? null, this.#event.clock());
  }

  /** The part of a view that is the same for everybody of the audience. */
  common(seat: Seat): At & { view: Record<string, object | null> } {
    const { shared } = this.#current(seat);
    return { ...this.at(shared.seq), view: shared.view() };
  }

  /** The part of a view that is one person's; null where the view is nobody's own. */
  own(seat: Seat, viewer: Viewer): { at: At; own: Own | null } {
    const { shared, context } = this.#current(seat);
    return { at: this.at(shared.seq), own: shared.lens.own?.(context, viewer) ?? null };
  }

  /** Lets go of an audience that nobody belongs to any more: whoever comes back to it gets all of it. */
  forget(key: AudienceKey): void {
    this.#kept.get(key)?.shared.close();
    this.#kept.delete(key);
  }

  /** The place in the log of a message. */
  at(seq: number): At {
    const mark = this.#event.marks.of(seq);
    return { epoch: this.#event.log.epoch, seq, ...(mark !== undefined && { mark }) };
  }

  /** What is one person's own, told after a common seq: who they are, and where there are any, their questions. */
  ownPatch(seq: number, upTo: number, { me, questions }: Own): PatchMessage {
    const set = { me, ...(Object.keys(questions).length > 0 && { questions }) };
    return { ...this.at(seq), from: seq, set, gone: {}, own: true, upTo };
  }

  #current(seat: Seat): { shared: SharedView; context: ViewContext; kept: Kept } {
    const { key } = audienceOf(seat);
    const { context } = this;
    const kept = this.#kept.get(key) ?? this.#begin(key, seat, context);
    kept.shared.advance(context);
    return { shared: kept.shared, context, kept };
  }

  #begin(key: AudienceKey, seat: Seat, context: ViewContext): Kept {
    const lens = lensOf(seat, this.#event.state.model);
    const kept: Kept = { shared: new SharedView(lens, context, this.#worked), encoded: null };
    this.#kept.set(key, kept);
    return kept;
  }
}

/** What changed for everybody, and over it what is one person's own. */
function withOwn(delta: Delta, own: Own | null): Delta {
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
