import { useCallback } from 'react';
import { homeOf } from '../../../shared/rundown/home.ts';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import type { RowProps } from './row-props.ts';

/** What rows are told besides their question. */
type More = Omit<
  RowProps,
  'question' | 'list' | 'age' | 'current' | 'aside' | 'entrance' | 'left' | 'onFocus' | 'onAction'
>;

/** How each row is told what surrounds its question. The values are plain, so that rows that are told the same rest. */
export function useRowProps(props: {
  view: View;
  shown: string | null;
  noShow: string | null;
  /** The lists hold questions of several sessions. */
  withTitles: boolean;
  selected: ReadonlySet<string>;
  marked: string | null;
  colleagues: ReadonlyMap<string, string>;
  onPoint: () => void;
}): (question: QuestionView) => More {
  const { view, shown, noShow, withTitles, selected, marked, colleagues, onPoint } = props;
  const { event, sessions, posters } = view;
  const zone = event?.timezone ?? 'UTC';
  const newcomersWait = event?.policy.newcomersWait === true;
  return useCallback(
    (question) => {
      const title = (place: { session: string | null; poster: string | null }) =>
        (place.session !== null ? sessions?.[place.session]?.title : undefined) ??
        (place.poster !== null ? posters?.[place.poster]?.title : undefined) ??
        null;
      const home = homeOf(question);
      const isElsewhere = home.session !== question.session || home.poster !== question.poster;
      return {
        zone,
        onScreen: question.id === shown,
        noShow,
        sessionTitle: withTitles ? title({ session: question.session, poster: question.poster }) : null,
        originTitle: isElsewhere
          ? withTitles
            ? null
            : title({ session: question.session, poster: question.poster })
          : question.origin
            ? title(question.origin)
            : null,
        keptTitle: isElsewhere ? title(home) : null,
        merged: question.merged ?? 0,
        selected: selected.has(question.id),
        marked: question.id === marked,
        colleagues: colleagues.get(question.id) ?? null,
        newcomersWait,
        onPoint,
      };
    },
    [
      zone,
      shown,
      noShow,
      withTitles,
      sessions,
      posters,
      selected,
      marked,
      colleagues,
      newcomersWait,
      onPoint,
    ],
  );
}
