import { byText } from '../../shared/questions/indexes.ts';
import type { Change } from '../../shared/state/change.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import type { QuestionMaker } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';
import { type Asides, asidesOf, readerOf } from '../../shared/views/reader.ts';

/**
 * Rows of questions. Each is made of its question and of what it read, and sees nothing else; what it read is noted. It is
 * made again where the question or a person it read was written, and where one of the asides that it read is another.
 */
export class MadeQuestions {
  readonly rows = new Map<string, object>();
  readonly followers = new Set<Set<string>>();
  readonly #maker: QuestionMaker<object, unknown>;
  /** Ids of the questions whose rows read something, by its name. */
  readonly #readers = new Map<string, Set<string>>();
  /** What was written since the last look, as rows name what they read: `participants/p1`. */
  readonly #written = new Set<string>();
  /** The questions that were written since then. */
  readonly #changed = new Set<string>();
  /** Digests whose texts were forgotten since the last look. */
  readonly #forgotten = new Set<string>();
  #seen: { context: ViewContext; where: unknown; asides: Asides } | null = null;

  constructor(maker: QuestionMaker<object, unknown>) {
    this.#maker = maker;
  }

  /** Notes which rows of the state an entry wrote. */
  written(changes: readonly Change[]): void {
    for (const { of, id } of changes)
      if (of === 'questions') this.#changed.add(id);
      else this.#written.add(`${of}/${id}`);
  }

  /** Notes which texts an entry let go of: rows that show them are made again, though nothing in them was written. */
  forgotten(digests: Iterable<string>): void {
    for (const digest of digests) this.#forgotten.add(digest);
  }

  /** Brings the rows up to a context. */
  look(context: ViewContext): void {
    if (context === this.#seen?.context) return;
    const where = this.#maker.where(context);
    const asides = asidesOf(context);
    const all = this.#seen === null || this.#seen.where !== where;
    // Rows that were never made are made of all questions there are.
    const ids = all ? context.state.tables.questions.keys() : this.#toLookAt(context, asides);
    this.#seen = { context, where, asides };
    this.#changed.clear();
    this.#written.clear();
    this.#forgotten.clear();
    for (const id of ids) this.#lookAt(context, where, id);
  }

  /** The questions that were written or whose row read what is another now. */
  #toLookAt({ state }: ViewContext, asides: Asides): Set<string> {
    const ids = new Set(this.#changed);
    const add = (more: Iterable<string> = []) => {
      for (const id of more) ids.add(id);
    };
    const before = this.#seen?.asides;
    for (const key of this.#written) add(this.#readers.get(key));
    for (const [key] of differing(before?.shared, asides.shared)) add(this.#readers.get(key));
    for (const [, id] of differing(before?.own, asides.own)) ids.add(id);
    for (const digest of this.#forgotten) add(state.indexes.of(byText).get(digest));
    return ids;
  }

  #lookAt(context: ViewContext, where: unknown, id: string): void {
    const question = context.state.tables.questions.get(id);
    const note = (key: string) => {
      const readers = this.#readers.get(key);
      if (readers) readers.add(id);
      else this.#readers.set(key, new Set([id]));
    };
    const read = question && readerOf(context, question, note);
    const row = read && this.#maker.may(question, where, read) ? this.#maker.make(question, read) : null;
    const before = this.rows.get(id);
    if (row === null ? before === undefined : before && changedFields(before, row) === null) return;
    if (row === null) this.rows.delete(id);
    else this.rows.set(id, row);
    for (const changed of this.followers) changed.add(id);
  }
}

type Kinds = Readonly<Record<string, ReadonlyMap<string, unknown>>>;

/** What differs between two asides, as `kind/key` and by the key alone. */
function* differing(before: Kinds = {}, after: Kinds): Generator<[name: string, key: string]> {
  for (const [kind, values] of Object.entries(after)) {
    const known = before[kind] ?? new Map<string, unknown>();
    for (const [key, value] of values) if (known.get(key) !== value) yield [`${kind}/${key}`, key];
    for (const key of known.keys()) if (!values.has(key)) yield [`${kind}/${key}`, key];
  }
}
