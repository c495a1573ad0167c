import type { Applied } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import type { AnyLens } from '../../shared/views/lens.ts';
import { changedFields, type Delta, emptyDelta, isEmpty, mergeDelta } from '../../shared/views/patch.ts';
import { KeptRows, type RowDelta } from './kept-rows.ts';
import { type OwnChanges, OwnParts } from './own-parts.ts';
import type { WorkedOut } from './worked-out.ts';

/**
 * Everybody who sees the same common view, with that view as it was last worked out. A patch is the difference between
 * then and now; what looks the same is not sent.
 */
export class SharedView {
  readonly lens: AnyLens;
  /** The seq that the kept view is of. */
  seq: number;
  readonly #bornAt: number;
  readonly #worked: WorkedOut;
  readonly #singles = new Map<string, { value: object | null; changedAt: number }>();
  readonly #collections = new Map<string, KeptRows>();
  readonly #own: OwnParts | null;
  #context: ViewContext;
  #sentTo: number;
  /** The seq at which the event last changed without an entry: who is here, whether anybody is at the desk. */
  #changedBesideAt: number | null = null;
  #pending: Delta = emptyDelta();

  /** `worked` is shared by the audiences of an event. */
  constructor(lens: AnyLens, context: ViewContext, worked: WorkedOut) {
    const { seq } = context.state;
    this.lens = lens;
    this.seq = seq;
    this.#bornAt = seq;
    this.#sentTo = seq;
    this.#worked = worked;
    this.#context = context;
    for (const [name, single] of Object.entries(lens.singles))
      this.#singles.set(name, { value: worked.single(single, context), changedAt: seq });
    for (const [name, collection] of Object.entries(lens.collections))
      this.#collections.set(name, new KeptRows(collection, context, worked));
    this.#own = lens.own ? new OwnParts(lens.ownRows, context, worked) : null;
  }

  /** Notes whose own part an entry may have changed. */
  applied(entry: Entry, applied: Applied): void {
    this.#own?.applied(entry, applied);
  }

  /** Brings the kept view up to a context of now, and adds what changed to what is to be sent. */
  advance(context: ViewContext): void {
    if (context === this.#context) return;
    const delta = this.#look(context);
    this.#pending = mergeDelta(this.#pending, delta);
    this.#own?.look(context, delta);
    this.#context = context;
    this.seq = context.state.seq;
  }

  /** Lets go of what it followed; it is not looked at any more. */
  close(): void {
    for (const kept of this.#collections.values()) kept.close();
    this.#own?.close();
  }

  /** The seq up to which everybody was told everything; entries after it that changed nothing here leave it. */
  get sentTo(): number {
    return this.#sentTo;
  }

  /** What was not sent yet, as one delta from `from` to `seq`; afterwards nothing is pending. Null where nothing was. */
  drain(): { from: number; seq: number; delta: Delta } | null {
    if (isEmpty(this.#pending)) return null;
    const unsent = { from: this.#sentTo, seq: this.seq, delta: this.#pending };
    this.#pending = emptyDelta();
    this.#sentTo = this.seq;
    return unsent;
  }

  /** Who has to be told their own part, after what is common; afterwards nobody has. */
  drainOwn(): OwnChanges {
    return this.#own?.drain() ?? new Map();
  }

  /** The common view as it is kept: read it, do not change it. */
  view(): Record<string, object | null> {
    const view: Record<string, object | null> = {};
    for (const [name, single] of this.#singles) view[name] = single.value;
    for (const [name, kept] of this.#collections) view[name] = kept.rows;
    return view;
  }

  /** What a client must set and drop to get from an older seq to the kept view: whole rows, so nothing can be missed. */
  since(seq: number, context: ViewContext): Delta {
    const delta = emptyDelta();
    const known = seq >= this.#bornAt;
    for (const [name, { value, changedAt }] of this.#singles)
      if (!known || changedAt > seq || (name === 'event' && this.#isNews(seq))) delta.set[name] = value;
    for (const [name, kept] of this.#collections)
      addRows(delta, name, known ? kept.since(seq) : kept.everything(context));
    return delta;
  }

  /** What may be news to somebody who knows every entry: the event, where it changed without one since. */
  around(seq: number): Delta['set'] {
    return this.#isNews(seq) ? { event: this.#singles.get('event')?.value ?? null } : {};
  }

  #isNews(seq: number): boolean {
    return this.#changedBesideAt !== null && this.#changedBesideAt >= seq;
  }

  /**
   * What came and went around the event while somebody was away: no entry says it, so what changed at their own seq
   * may be news to them, too.
   */
  meanwhile(seq: number): Delta {
    const delta = emptyDelta();
    for (const [name, kept] of this.#collections)
      if (this.lens.collections[name]?.unlogged) addRows(delta, name, kept.since(seq - 1));
    return delta;
  }

  #look(context: ViewContext): Delta {
    const delta = emptyDelta();
    for (const name of this.#singles.keys()) this.#lookAtSingle(delta, name, context);
    for (const [name, kept] of this.#collections) addRows(delta, name, kept.advance(context));
    return delta;
  }

  #lookAtSingle(delta: Delta, name: string, context: ViewContext): void {
    const before = this.#singles.get(name)?.value ?? null;
    const single = this.lens.singles[name];
    const value = single ? this.#worked.single(single, context) : null;
    if (value === before) return;
    const { seq } = context.state;
    const fields = value === null ? null : changedFields(before, value);
    // It became another and the same again since this audience last looked.
    if (value !== null && fields === null) return;
    this.#singles.set(name, { value, changedAt: seq });
    if (name === 'event' && seq === this.seq) this.#changedBesideAt = seq;
    delta.set[name] = fields;
  }
}

function addRows(delta: Delta, name: string, { set, gone }: RowDelta): void {
  if (Object.keys(set).length > 0) delta.set[name] = set;
  if (gone.length > 0) delta.gone[name] = gone;
}
