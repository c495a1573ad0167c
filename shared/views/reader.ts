import type { ParticipantRow } from '../people/participant.ts';
import { byKnownAsker, byReported, byTarget } from '../questions/indexes.ts';
import type { QuestionRow } from '../questions/question.ts';
import type { AnyIndex } from '../state/indexes.ts';
import { eventOf, type State, textOf } from '../state/state.ts';
import { oncePerContext, type ViewContext } from './context.ts';
import { inDeskWindow } from './desk-window.ts';

/** A question itself. Who supports it comes and goes in place: how many do is read. */
export type Asked = Omit<QuestionRow, 'voters'>;

/**
 * All that a row of a question may read besides the question: each method notes what was asked, so that the row is looked at
 * again where the answer is another. Texts never change under their digest.
 */
export interface Reader {
  words(digest: string | null): string | null;
  person(id: string): ParticipantRow | undefined;
  /** A switch of the event. */
  event(name: Switch): boolean;
  /** Whether a session collects: then the audience sees no counts. */
  collects(session: string): boolean;
  /** Whether an asker, by their mark, had a question in the list. By marks: nobody learns that two of them are one person. */
  isKnown(mark: string): boolean;
  /** How many support this question. */
  upvotes(): number;
  /** Open reports on this question. */
  reports(): number;
  /** Whether a stage points at this question, black or not. */
  isOnStage(): boolean;
  /** How many questions were merged into this one, directly. */
  merged(): number;
  /** Whether a desk holds this question, of those of which it holds some. */
  isInWindow(): boolean;
}

/** What of the event rows of questions read: names are shown to everybody; it is closed; questions are live as they come. */
type Switch = 'names' | 'closed' | 'moderatedAfter';

/** What is found once for all questions of a context, each kind by its key. */
export interface Asides {
  /** A row that read a key is looked at again where its value is another. */
  readonly shared: Record<'event' | 'collects' | 'known', ReadonlyMap<string, boolean>>;
  /** By the id of the question that alone reads it. Only what others were merged into is supported by more than its own voters. */
  readonly own: {
    support: ReadonlyMap<string, number>;
    reports: ReadonlyMap<string, number>;
    staged: ReadonlyMap<string, boolean>;
    merged: ReadonlyMap<string, number>;
    window: ReadonlyMap<string, boolean>;
  };
}

/** The asides of a context. */
export const asidesOf = oncePerContext(({ state, collecting, merges }): Asides => {
  const event = eventOf(state);
  return {
    shared: {
      event: new Map<Switch, boolean>([
        ['names', event?.policy.names ?? true],
        ['closed', event?.closed ?? false],
        ['moderatedAfter', event?.policy.moderation === 'after'],
      ]),
      collects: new Map([...collecting].map((session) => [session, true])),
      known: knownMarks(state),
    },
    own: {
      support: merges.support,
      reports: countsOf(state, byReported),
      staged: staged(state),
      merged: countsOf(state, byTarget),
      window: new Map([...inDeskWindow(state)].map((id) => [id, true])),
    },
  };
});

/** How many support a question: of itself, or with all that was merged into it. */
export function upvotesOf(
  { merges }: Pick<ViewContext, 'merges'>,
  { id, by, voters }: Pick<QuestionRow, 'id' | 'by' | 'voters'>,
): number {
  return merges.support.get(id) ?? voters.size - (by !== null && voters.has(by) ? 1 : 0);
}

/** Reads for one question; `note` hears the name of everything that is read of others, as `kind/key`. */
export function readerOf(
  context: ViewContext,
  { id, by, voters }: QuestionRow,
  note: (key: string) => void = () => undefined,
): Reader {
  const { state } = context;
  const { shared, own } = asidesOf(context);
  return {
    words: (digest) => textOf(state, digest),
    person(person) {
      note(`participants/${person}`);
      return state.tables.participants.get(person);
    },
    event(name) {
      note(`event/${name}`);
      return shared.event.get(name) ?? false;
    },
    collects(session) {
      note(`collects/${session}`);
      return shared.collects.has(session);
    },
    isKnown(mark) {
      note(`known/${mark}`);
      return shared.known.has(mark);
    },
    upvotes: () => upvotesOf(context, { id, by, voters }),
    reports: () => own.reports.get(id) ?? 0,
    isOnStage: () => own.staged.has(id),
    merged: () => own.merged.get(id) ?? 0,
    isInWindow: () => own.window.has(id),
  };
}

function knownMarks(state: State): Map<string, boolean> {
  return new Map([...state.indexes.of(byKnownAsker).keys()].map((mark) => [mark, true]));
}

/** How many rows an index finds for each question. */
function countsOf(state: State, index: AnyIndex): Map<string, number> {
  return new Map([...state.indexes.of(index)].map(([question, rows]) => [question, rows.size]));
}

function staged(state: State): Map<string, boolean> {
  const questions = new Map<string, boolean>();
  for (const { show } of state.tables.stages.values())
    if (show.kind === 'question') questions.set(show.question, true);
  return questions;
}
