import type { Lens, Scene } from '../../shared/views/lens.ts';
import { changedFields, type Delta, emptyDelta, isEmpty, mergeDelta } from '../../shared/views/patch.ts';
import { KeptRows, type RowDelta } from './kept-rows.ts';
import { addTouched, type Touched, untouched } from './touched.ts';

/** Collections that are no facts of the log: who is at the desks, what displays drew. */
const unlogged = ['staff', 'displays', 'crew'];

/**
 * Everybody who sees the same common view, with that view as it was last worked out. A patch is the difference
 * between then and now: what nothing touched is not looked at, and what looks the same is not sent.
 */
export class Audience {
  readonly lens: Lens;
  /** The seq that the kept view is of. */
  seq: number;
  readonly #bornAt: number;
  readonly #singles = new Map<string, { value: object | null; changedAt: number }>();
  readonly #collections = new Map<string, KeptRows>();
  #sentTo: number;
  /** The seq at which it last became known that somebody is at the desk, or nobody: no entry says so. */
  #attendedAt: number | null = null;
  #recounted = false;
  #pending: Delta = emptyDelta();
  #touched: Touched = untouched();

  constructor(lens: Lens, scene: Scene) {
    const { seq } = scene.state;
    this.lens = lens;
    this.seq = seq;
    this.#bornAt = seq;
    this.#sentTo = seq;
    for (const [name, single] of Object.entries(lens.singles))
      this.#singles.set(name, { value: single(scene), changedAt: seq });
    for (const [name, collection] of Object.entries(lens.collections))
      this.#collections.set(name, new KeptRows(collection, scene));
  }

  /** Notes what has to be looked at when the view is worked out next. */
  touch(touched: Touched): void {
    addTouched(this.#touched, touched);
  }

  /** Whether something has to be looked at. */
  get isTouched(): boolean {
    return this.#touched.rows.size > 0 || this.#touched.all.size > 0;
  }

  /** Brings the kept view up to the state, and adds what changed to what is to be sent. */
  advance(scene: Scene): void {
    const touched = this.#touched;
    if (this.isTouched) {
      this.#touched = untouched();
      this.#pending = mergeDelta(this.#pending, this.#look(touched, scene));
    }
    this.seq = scene.state.seq;
  }

  /** The seq up to which everybody was told everything; entries after it that changed nothing here leave it. */
  get sentTo(): number {
    return this.#sentTo;
  }

  /** What was not sent yet, as one delta from `from` to `seq`, afterwards nothing is pending; null where nothing was. */
  take(): { from: number; seq: number; delta: Delta } | null {
    if (isEmpty(this.#pending)) return null;
    const taken = { from: this.#sentTo, seq: this.seq, delta: this.#pending };
    this.#pending = emptyDelta();
    this.#sentTo = this.seq;
    return taken;
  }

  /** Whether counts came or went since this was last asked: those of questions that only their author sees did, too. */
  takeRecounted(): boolean {
    const recounted = this.#recounted;
    this.#recounted = false;
    return recounted;
  }

  /** The common view as it is kept: read it, do not change it. */
  view(): Record<string, object | null> {
    const view: Record<string, object | null> = {};
    for (const [name, single] of this.#singles) view[name] = single.value;
    for (const [name, kept] of this.#collections) view[name] = kept.rows;
    return view;
  }

  /** What a client must set and drop to get from an older seq to the kept view: whole rows, so nothing can be missed. */
  since(seq: number, scene: Scene): Delta {
    const delta = emptyDelta();
    const known = seq >= this.#bornAt;
    for (const [name, { value, changedAt }] of this.#singles)
      if (!known || changedAt > seq || (name === 'event' && this.#isNews(seq))) delta.set[name] = value;
    for (const [name, kept] of this.#collections)
      addRows(delta, name, known ? kept.since(seq) : kept.everything(scene));
    return delta;
  }

  /** What is news to somebody who knows every entry: the event, where that somebody is at the desk changed since. */
  around(seq: number): Delta['set'] {
    return this.#isNews(seq) ? { event: this.#singles.get('event')?.value ?? null } : {};
  }

  #isNews(seq: number): boolean {
    return this.#attendedAt !== null && this.#attendedAt >= seq;
  }

  /**
   * What came and went around the event while somebody was away: no entry says it, so what changed at their own seq
   * may be news to them, too.
   */
  meanwhile(seq: number): Delta {
    const delta = emptyDelta();
    for (const name of unlogged) {
      const kept = this.#collections.get(name);
      if (kept) addRows(delta, name, kept.since(seq - 1));
    }
    return delta;
  }

  #look(touched: Touched, scene: Scene): Delta {
    const delta = emptyDelta();
    for (const name of this.#singles.keys()) this.#lookAtSingle(delta, name, scene);
    // A lectern has come to another session: other questions are read there from now on.
    const session = delta.set['session'];
    if (session === null || (session && 'id' in session)) touched.all.add('questions').add('upNext');
    const sessions = this.#lookAtRows('sessions', touched, scene);
    // A phase hides or shows the counts of every question of its session.
    if (Object.values(sessions.set).some((fields) => 'phase' in fields)) {
      touched.all.add('questions');
      this.#recounted = true;
    }
    addRows(delta, 'sessions', sessions);
    for (const name of this.#collections.keys())
      if (name !== 'sessions') addRows(delta, name, this.#lookAtRows(name, touched, scene));
    return delta;
  }

  #lookAtRows(name: string, touched: Touched, scene: Scene): RowDelta {
    const kept = this.#collections.get(name);
    if (!kept) return { set: {}, gone: [] };
    return touched.all.has(name) ? kept.lookAtAll(scene) : kept.look(touched.rows.get(name) ?? [], scene);
  }

  #lookAtSingle(delta: Delta, name: string, scene: Scene): void {
    const before = this.#singles.get(name)?.value ?? null;
    const value = this.lens.singles[name]?.(scene) ?? null;
    const fields = value === null ? null : changedFields(before, value);
    if (value === null ? before === null : fields === null) return;
    this.#singles.set(name, { value, changedAt: scene.state.seq });
    if (name === 'event' && fields !== null && 'unattended' in fields) this.#attendedAt = scene.state.seq;
    delta.set[name] = fields;
  }
}

function addRows(delta: Delta, name: string, { set, gone }: RowDelta): void {
  if (Object.keys(set).length > 0) delta.set[name] = set;
  if (gone.length > 0) delta.gone[name] = gone;
}
