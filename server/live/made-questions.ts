import type { QuestionRow } from '../../shared/questions/question.ts';
import type { Change } from '../../shared/state/change.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import type { QuestionMaker } from '../../shared/views/lens.ts';
import { changedFields } from '../../shared/views/patch.ts';
import { type Asides, asidesOf, readerOf } from '../../shared/views/reader.ts';

const kinds = ['event', 'collects', 'known'] as const;

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
  /** What was written since the last look: `questions/q1`, `participants/p1`. */
  readonly #written = new Map<string, Set<string>>();
  /** Digests whose texts were forgotten since the last look. */
  readonly #forgotten = new Set<string>();
  #seen: { context: ViewContext; where: unknown; asides: Asides } | null = null;

  constructor(maker: QuestionMaker<object, unknown>) {
    this.#maker = maker;
  }

  /** Notes which rows of the state an entry wrote. */
  written(changes: readonly Change[]): void {
    for (const { of, id } of changes) {
      if (of !== 'questions' && of !== 'participants') continue;
      const ids = this.#written.get(of) ?? new Set();
      this.#written.set(of, ids.add(id));
    }
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
    const { questions } = context.state.tables;
    const ids = all ? questions.keys() : this.#toLookAt(asides, questions.values());
    this.#seen = { context, where, asides };
    this.#written.clear();
    this.#forgotten.clear();
    for (const id of ids) this.#lookAt(context, where, id);
  }

  /** The questions that were written or whose row read what is another now. */
  #toLookAt(asides: Asides, questions: Iterable<QuestionRow>): Set<string> {
    const ids = new Set(this.#written.get('questions'));
    const add = (more: Iterable<string> = []) => {
      for (const id of more) ids.add(id);
    };
    const before = this.#seen?.asides;
    for (const person of this.#written.get('participants') ?? [])
      add(this.#readers.get(`participants/${person}`));
    for (const kind of kinds)
      for (const key of differing(before?.[kind], asides[kind])) add(this.#readers.get(`${kind}/${key}`));
    add(differing(before?.support, asides.support));
    add(differing(before?.reports, asides.reports));
    add(differing(before?.staged, asides.staged));
    if (this.#forgotten.size > 0)
      for (const question of questions) if (this.#showsForgotten(question)) ids.add(question.id);
    return ids;
  }

  #showsForgotten({ text, screen, reply, why, labels }: QuestionRow): boolean {
    return [text, screen, reply, why, ...labels].some(
      (digest) => digest !== null && this.#forgotten.has(digest),
    );
  }

  #lookAt(context: ViewContext, where: unknown, id: string): void {
    const question = context.state.tables.questions.get(id);
    const note = (key: string) => {
      const readers = this.#readers.get(key);
      if (readers) readers.add(id);
      else this.#readers.set(key, new Set([id]));
    };
    const row =
      question && this.#maker.may(question, where)
        ? this.#maker.make(question, readerOf(context, question, note))
        : null;
    const before = this.rows.get(id);
    if (row === null ? before === undefined : before && changedFields(before, row) === null) return;
    if (row === null) this.rows.delete(id);
    else this.rows.set(id, row);
    for (const changed of this.followers) changed.add(id);
  }
}

/** The keys whose values differ. */
function differing<V>(before: ReadonlyMap<string, V> = new Map(), after: ReadonlyMap<string, V>): string[] {
  const keys: string[] = [];
  for (const [key, value] of after) if (before.get(key) !== value) keys.push(key);
  for (const key of before.keys()) if (!after.has(key)) keys.push(key);
  return keys;
}
