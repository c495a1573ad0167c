import type { Applied } from '../../shared/log/apply.ts';
import type { Entry } from '../../shared/log/entry.ts';
import type { ViewContext } from '../../shared/views/context.ts';
import type { CollectionLens } from '../../shared/views/lens.ts';
import type { Delta } from '../../shared/views/patch.ts';
import { KeptRows } from './kept-rows.ts';
import type { WorkedOut } from './worked-out.ts';

/** People whose own part may be another, with the questions of theirs that are. */
export type OwnChanges = Map<string, Set<string>>;

/**
 * Who of an audience has to be told what is their own: authors of questions that came out differently for them or for
 * everybody, people whom an entry names or who made it, and supporters of what was merged, is no more, or leads elsewhere.
 */
export class OwnParts {
  readonly #rows: KeptRows | null;
  #roots: ViewContext['merges']['roots'];
  #changes: OwnChanges = new Map();

  /** `rows` are the rows that own parts hold; without them own parts hold `me` alone. */
  constructor(rows: CollectionLens | undefined, context: ViewContext, worked: WorkedOut) {
    this.#rows = rows ? new KeptRows(rows, context, worked) : null;
    this.#roots = context.merges.roots;
  }

  /** Notes who made an entry, also where it changed nothing, and whom its changes name: a person, a supporter, an asker. */
  applied({ by }: Entry, { outcome, changes }: Applied): void {
    if (outcome.ok && by.role !== 'server') this.#note(by.participant);
    for (const change of changes) {
      if ('member' in change) this.#note(change.member);
      else if (change.of === 'participants') this.#note(change.id);
      else if (change.of === 'questions' && !('field' in change)) this.#note(askerOf(change.after));
    }
  }

  /** Notes what a context changed, with what changed in it for everybody. */
  look(context: ViewContext, { set, gone }: Delta): void {
    const { questions } = context.state.tables;
    const own = this.#rows?.advance(context);
    if (own) {
      const common = [...Object.keys(set.questions ?? {}), ...(gone.questions ?? [])];
      for (const id of [...Object.keys(own.set), ...common]) this.#note(questions.get(id)?.by, id);
    }
    const { roots } = context.merges;
    for (const id of new Set([...this.#roots.keys(), ...roots.keys()])) {
      if (roots.get(id)?.id === this.#roots.get(id)?.id) continue;
      for (const voter of questions.get(id)?.voters ?? []) this.#note(voter);
    }
    this.#roots = roots;
  }

  /** Who has to be told; afterwards nobody has. */
  drain(): OwnChanges {
    const changes = this.#changes;
    this.#changes = new Map();
    return changes;
  }

  /** Lets go of what it followed. */
  close(): void {
    this.#rows?.close();
  }

  #note(person: string | null | undefined, question?: string): void {
    if (person == null) return;
    const theirs = this.#changes.get(person) ?? new Set();
    this.#changes.set(person, theirs);
    if (question !== undefined) theirs.add(question);
  }
}

function askerOf(question: object | null): string | null {
  return question && 'by' in question && typeof question.by === 'string' ? question.by : null;
}
