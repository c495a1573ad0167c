import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { questionPageLimit } from '../../../shared/wire/questions.ts';
import { questionPage } from '../../connection/staff-requests.ts';

/** How long ids are gathered before they are asked for, and the pause between two requests; milliseconds. */
const times = { gather: 100, pause: 1_500 } as const;

/** The questions that a desk knows: those that its view holds, and of the others those that it has fetched. */
export interface Fetched {
  questions: Readonly<Record<string, QuestionView>>;
  /** Knows these, too. */
  add: (rows: readonly QuestionView[]) => void;
  /** Asks the server for these, where they are not known. */
  want: (ids: Iterable<string>) => void;
}

type Rows = ReadonlyMap<string, QuestionView>;
type Held = Readonly<Record<string, QuestionView>>;

const none: Held = {};

/**
 * Knows besides the view's questions those that were fetched, and those that the view held and holds no more: they are as they
 * were until the server said what became of them, so that nothing that is drawn loses its words.
 */
export function useFetched(view: View): Fetched {
  const slug = view.event?.slug ?? '';
  const held = view.questions ?? none;
  const [state, setState] = useState<{ held: Held; fetched: Rows }>({ held, fetched: new Map() });
  if (state.held !== held) setState({ held, fetched: afterwards(state.fetched, state.held, held) });
  const { fetched } = state;

  const add = useCallback(
    (rows: readonly QuestionView[]) =>
      setState((now) => ({
        ...now,
        fetched: new Map([...now.fetched, ...rows.map((row) => [row.id, row] as const)]),
      })),
    [],
  );
  const wanted = useMemo(
    () =>
      new Wanted(async (ids) => {
        const answer = await questionPage(slug, { ids });
        if (answer.ok) add(answer.value.questions);
        return answer.ok;
      }),
    [slug, add],
  );
  useEffect(() => () => wanted.close(), [wanted]);

  // Whatever was decided shows in the counters: what the view does not tell of is asked for again.
  const counters = JSON.stringify(view.event?.counters);
  const known = useRef(fetched);
  useEffect(() => {
    known.current = fetched;
  }, [fetched]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counters moved, so what was fetched may be another
  useEffect(() => wanted.add(known.current.keys()), [counters, wanted]);

  const questions = useMemo(() => together(fetched, held), [fetched, held]);
  const want = useCallback(
    (ids: Iterable<string>) => wanted.add([...ids].filter((id) => !known.current.has(id))),
    [wanted],
  );
  return useMemo(() => ({ questions, add, want }), [questions, add, want]);
}

/** Ids that are to be asked for: gathered, and asked for in pages with pauses between them. */
class Wanted {
  readonly #ids = new Set<string>();
  readonly #ask: (ids: string[]) => Promise<boolean>;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** `ask` gives whether there was an answer; without one the ids are asked for again. */
  constructor(ask: (ids: string[]) => Promise<boolean>) {
    this.#ask = ask;
  }

  add(ids: Iterable<string>): void {
    for (const id of ids) this.#ids.add(id);
    this.#plan(times.gather);
  }

  close(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#ids.clear();
  }

  #plan(wait: number): void {
    if (this.#timer !== null || this.#ids.size === 0) return;
    this.#timer = setTimeout(() => void this.#next(), wait);
  }

  async #next(): Promise<void> {
    const ids = [...this.#ids].slice(0, questionPageLimit);
    for (const id of ids) this.#ids.delete(id);
    const isAnswered = await this.#ask(ids);
    if (this.#timer === null) return;
    if (!isAnswered) for (const id of ids) this.#ids.add(id);
    this.#timer = null;
    this.#plan(times.pause);
  }
}

/** What is fetched once the view holds other questions: those that left it come, those that it holds go. */
function afterwards(fetched: Rows, before: Held, now: Held): Rows {
  const next = new Map([...fetched].filter(([id]) => now[id] === undefined));
  for (const id of Object.keys(before)) {
    const row = before[id];
    if (row !== undefined && now[id] === undefined) next.set(id, row);
  }
  return next.size === 0 && fetched.size === 0 ? fetched : next;
}

function together(fetched: Rows, held: Held): Held {
  return fetched.size === 0 ? held : { ...Object.fromEntries(fetched), ...held };
}
