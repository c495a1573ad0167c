import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Filters, isFiltering } from '../../../shared/views/search.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { questionPage } from '../../connection/staff-requests.ts';
import type { ListName } from '../actions/list-name.ts';
import type { Focus } from './lists.ts';
import { edgeOf, furtherOf, isWithin, type PartList, partLists, queryFor, totalOf } from './rest.ts';
import type { Fetched } from './use-fetched.ts';

/** How long somebody types before the server is asked, in milliseconds. */
const settle = 250;

/** What was read of a list: up to which question, how many were found in all, whether there are more behind it. */
interface Read {
  last: QuestionView | null;
  total: number;
  more: boolean;
}
type Reads = Partial<Record<PartList, Read>>;

/** The lists of a desk as far as they can be drawn without a gap, how many there are, and how to read on. */
export interface Rest {
  lists: Record<ListName, string[]>;
  counts: Record<ListName, number>;
  /** How many of a list are not drawn yet. */
  beyond: (list: ListName) => number;
  /** Reads on in a list; does nothing where all of it is there or a page is under way. */
  readOn: (list: ListName) => void;
}

/** Cuts lists to what can be drawn without a gap, and reads on by pages. What filters hide is asked of the server. */
export function useRest(props: {
  view: View;
  /** The session that the desk looks at; null for all of the event. */
  session: string | null;
  filters: Filters;
  fetched: Fetched;
  /** The lists of all that is known, filtered. */
  known: Record<ListName, string[]>;
}): Rest {
  const { view, session, filters, fetched, known } = props;
  const { questions, add } = fetched;
  const slug = view.event?.slug ?? '';
  const about = JSON.stringify([session, filters]);
  const filtering = isFiltering(filters);
  const [state, setState] = useState<{ about: string; reads: Reads }>({ about, reads: {} });
  const reads = state.about === about ? state.reads : nothing;
  const underway = useRef(new Set<string>());

  const read = useCallback(
    async (list: PartList, behind: QuestionView | null) => {
      const key = `${list} ${about}`;
      if (underway.current.has(key)) return;
      underway.current.add(key);
      const answer = await questionPage(slug, queryFor(list, focusOn(session), filters, behind?.id ?? null));
      underway.current.delete(key);
      if (!answer.ok) return;
      const { questions: rows, total, more } = answer.value;
      add(rows);
      setState((now) => ({
        about,
        reads: {
          ...(now.about === about ? now.reads : {}),
          [list]: { last: rows.at(-1) ?? behind, total, more },
        },
      }));
    },
    [slug, session, filters, about, add],
  );

  const edges = useMemo(() => {
    const of = (list: PartList) =>
      furtherOf(list, edgeOf(view, focusOn(session), list), reads[list]?.last ?? null);
    return { waiting: of('waiting'), notTaken: of('notTaken') };
  }, [view, session, reads]);

  const isPart = partLists.some((list) => edges[list] !== 'all');
  const searches = filtering && isPart;
  useEffect(() => {
    if (!searches) return;
    const timer = setTimeout(() => {
      for (const list of partLists) void read(list, null);
    }, settle);
    return () => clearTimeout(timer);
  }, [searches, read]);

  return useMemo(() => {
    const within = (list: PartList) =>
      filtering || edges[list] === 'all'
        ? known[list]
        : known[list].filter((id) => {
            const question = questions[id];
            return question !== undefined && isWithin(list, edges[list], question);
          });
    const lists = { ...known, waiting: within('waiting'), notTaken: within('notTaken') };
    const countOf = (list: PartList) => {
      const drawn = lists[list].length;
      if (!filtering) return Math.max(drawn, totalOf(view, focusOn(session), list) ?? 0);
      return reads[list]?.more ? Math.max(drawn, reads[list].total) : drawn;
    };
    const counts = {
      waiting: countOf('waiting'),
      live: lists.live.length,
      answered: lists.answered.length,
      kept: lists.kept.length,
      notTaken: countOf('notTaken'),
    };
    return {
      lists,
      counts,
      beyond: (list: ListName) => counts[list] - lists[list].length,
      readOn(list: ListName) {
        const part = partLists.find((name) => name === list);
        if (part === undefined || counts[part] <= lists[part].length) return;
        const edge = filtering ? (reads[part]?.last ?? null) : edges[part];
        void read(part, edge === 'all' ? null : edge);
      },
    };
  }, [view, session, filtering, edges, known, questions, reads, read]);
}

const nothing: Reads = {};

function focusOn(session: string | null): Focus {
  return session === null ? 'all' : { session };
}
