import { useMemo, useState } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { type Filters, filtered, isFiltering, labelsIn, noFilters } from './filters.ts';
import { type Focus, listsOf, type SortName, sameLists } from './lists.ts';

/** The lists of a desk as they are searched, filtered and ordered, and how to change that. */
export function useListed(all: readonly QuestionView[], focus: Focus) {
  const [filters, setFilters] = useState<Filters>(noFilters);
  const [sort, setSort] = useState<SortName | null>(null);
  const now = useServerNow(10_000);
  const session = focus === 'all' ? null : focus.session;
  const [keep] = useState(keepLists);
  const lists = useMemo(
    () =>
      keep(
        listsOf(
          filtered(all, filters),
          session === null ? 'all' : { session },
          sort === null ? {} : { live: sort },
        ),
      ),
    [keep, all, filters, session, sort],
  );
  const labels = useMemo(() => labelsIn(all), [all]);
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
  const found = isFiltering(filters)
    ? Object.values(lists).reduce((sum, ids) => sum + ids.length, 0)
    : all.length;
  return {
    lists,
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
