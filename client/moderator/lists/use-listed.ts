import { useMemo, useState } from 'react';
import { type Filters, isFiltering, noFilters } from '../../../shared/views/search.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { filtered, labelsIn } from './filters.ts';
import { type Focus, listsOf, type SortName, sameLists } from './lists.ts';
import { totalOf } from './rest.ts';
import type { Fetched } from './use-fetched.ts';
import { useRest } from './use-rest.ts';

/** The lists of a desk as they are searched, filtered and ordered, how many each has, and how to change that. */
export function useListed(view: View, fetched: Fetched, all: readonly QuestionView[], focus: Focus) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [sort, setSort] = useState<SortName | null>(null);
  const now = useServerNow(10_000);
  const session = focus === 'all' ? null : focus.session;
  const [keep] = useState(keepLists);
  const known = useMemo(
    () =>
      listsOf(
        filtered(all, filters),
        session === null ? 'all' : { session },
        sort === null ? {} : { live: sort },
      ),
    [all, filters, session, sort],
  );
  const rest = useRest({ view, session, filters, fetched, known });
  const lists = useMemo(() => keep(rest.lists), [keep, rest.lists]);
  const offered = view.event?.policy.labels;
  const labels = useMemo(() => [...new Set([...(offered ?? []), ...labelsIn(all)])], [all, offered]);
  const oldest = useMemo(
    () =>
      all.reduce<string | null>(
        (found, { status, askedAt, session: of }) =>
          status === 'inReview' &&
          (session === null || of === session) &&
          // Instants of one form compare as text.
          (found === null || askedAt < found)
            ? askedAt
            : found,
        null,
      ),
    [all, session],
  );
  const filtering = isFiltering(filters);
  const found = filtering ? Object.values(rest.counts).reduce((sum, count) => sum + count, 0) : all.length;
  const waiting = totalOf(view, session === null ? 'all' : { session }, 'waiting') ?? 0;
  return {
    lists,
    /** How many wait in all, where a search or a filter hides some of them; null where nothing is hidden. */
    waitingOf: filtering ? Math.max(waiting, rest.counts.waiting) : null,
    /** How many questions each list has, those included that are not drawn yet. */
    counts: rest.counts,
    beyond: rest.beyond,
    readOn: rest.readOn,
    labels,
    found,
    filters,
    setFilters,
    sort,
    setSort,
    /** Minutes since the oldest waiting question was asked. */
    oldest: oldest === null ? null : Math.max(0, Math.floor((now - Date.parse(oldest)) / 60_000)),
    about: JSON.stringify([session, sort, filters]),
  };
}

/** Gives lists that did not change as the arrays they were, so that what is worked out of them rests. */
function keepLists() {
  let before: ReturnType<typeof listsOf> | null = null;
  return (now: ReturnType<typeof listsOf>) => {
    before = sameLists(before, now);
    return before;
  };
}
