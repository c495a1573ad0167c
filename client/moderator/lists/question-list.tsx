import { type ReactNode, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import type { QuestionAction } from '../actions/action-table.ts';
import { type ListName, listWith } from '../actions/list-name.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { QuestionRow } from '../row/question-row.tsx';
import type { RowProps } from '../row/row-props.ts';
import { afterLeaving, type Held, neighbour, nextOf } from './hold-order.ts';
import { MoreRows } from './more-rows.tsx';
import css from './question-list.module.css';
import { rowOf, useHeldList } from './use-held-list.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const say = catalogue(deskMessages);

/** What the keys need of a list: where to go from a row, and what is in sight. */
export interface ListHandle {
  step: (from: string | null, step: 1 | -1) => string | null;
  after: (from: string) => string | null;
  /** The row at which one comes in: the one that was left, where it is still here, else the first. */
  entry: (last: string | null) => string | null;
  /** Puts the focus on a row; on the list itself without one. */
  focus: (id: string | null) => void;
  inView: () => string[];
}

interface ListProps {
  name: ListName;
  wanted: readonly string[];
  /** What the list is about; another one starts it anew. */
  about: string;
  questions: Readonly<Record<string, QuestionView>>;
  current: string | null;
  /** The rows that are selected here. */
  selected: ReadonlySet<string>;
  /** A menu or a form that was opened from this list is open. */
  busy: boolean;
  /** What stands where nothing is listed. */
  empty: ReactNode;
  /** How many more there are behind the last row. */
  beyond: number;
  /** Somebody came to the last rows that are drawn, or asks for more. */
  onEnd: (list: ListName) => void;
  /** What each row is told besides its question. */
  rowProps: (question: QuestionView) => Omit<RowProps, keyof OwnProps>;
  onFocusRow: (list: ListName, id: string) => void;
  /**
   * Whether the row in the frame is drawn. Where it left, `next` is the row that took its place, null where none did or
   * the list is about something else now.
   */
  onDrawn: (list: ListName, id: string, drawn: boolean, next: string | null) => void;
  /** These selected rows are no longer drawn. */
  onGone: (ids: readonly string[]) => void;
  onAction: (action: QuestionAction, id: string) => void;
  /** A press did nothing, since another row had just come under it. */
  onUnheard: () => void;
  handle: Ref<ListHandle>;
  /** Where in the column's head it is said what waits outside of a list in use. */
  pendingIn: HTMLElement | null;
}

/** What a row gets from the list itself. */
type OwnProps = Pick<
  RowProps,
  'question' | 'list' | 'age' | 'current' | 'aside' | 'entrance' | 'left' | 'onFocus' | 'onAction'
>;

/** One list of questions. Rows never move under a pointer, a finger or the focus: what is new waits behind a button. */
export function QuestionList(props: ListProps) {
  const {
    name,
    wanted,
    about,
    questions,
    current,
    selected,
    handle,
    onAction,
    onUnheard,
    onFocusRow,
    onDrawn,
    onGone,
  } = props;
  const list = useHeldList(wanted, about, props.busy, current);
  const { held, scroller, placed: placedRef, tidy, shielded } = list;
  const drawn = current !== null && held.order.includes(current) && questions[current] !== undefined;
  const entrance = drawn ? current : (held.order[0] ?? null);
  const { rows, inView } = useVirtualRows(held.order, scroller, entrance, placedRef);
  const now = useServerNow(10_000);
  const aside = selected.size > 0 && !(selected.size === 1 && current !== null && selected.has(current));
  useEffect(() => tidy(current), [current, tidy]);
  const last = useRef<{ about: string; order: readonly string[] }>({ about, order: [] });
  useEffect(() => {
    const { current: before } = last;
    last.current = { about, order: held.order };
    if (current === null) return;
    const next = drawn || before.about !== about ? null : nextOf(held, before.order, current);
    onDrawn(name, current, drawn, next);
  }, [name, about, held, current, drawn, onDrawn]);
  useEffect(() => {
    if (selected.size === 0) return;
    const here = new Set(held.order);
    const gone = [...selected].filter((id) => !here.has(id));
    if (gone.length > 0) onGone(gone);
  }, [held, selected, onGone]);
  /** The row that is to have the focus, until it is drawn: a list that has just been opened draws its rows later. */
  const toFocus = useRef<string | null>(null);
  const focusWanted = useCallback(() => {
    const row =
      toFocus.current === null ? null : scroller.current && rowOf(scroller.current, toFocus.current);
    if (!row) return;
    toFocus.current = null;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }, [scroller]);
  useEffect(() => {
    if (toFocus.current === current) focusWanted();
    else toFocus.current = null;
  });
  useImperativeHandle(
    handle,
    () => ({
      step: (from, step) => neighbour(held, from, step),
      after: (from) => afterLeaving(held, from),
      entry: (id) =>
        id !== null && !held.left.has(id) && held.order.includes(id) ? id : neighbour(held, null, 1),
      focus: (id) => {
        if (id === null) return scroller.current?.focus({ preventScroll: true });
        toFocus.current = id;
        focusWanted();
      },
      inView: () => inView().filter((id) => !held.left.has(id)),
    }),
    [held, scroller, inView, focusWanted],
  );
  const focusRow = useCallback((id: string) => onFocusRow(name, id), [onFocusRow, name]);
  const { onEnd } = props;
  const more = useCallback(() => onEnd(name), [onEnd, name]);
  const isNearEnd = (rows.getVirtualItems().at(-1)?.index ?? -1) >= held.order.length - 1;
  const press = useCallback(
    (action: QuestionAction, id: string) => {
      if (shielded()) onUnheard();
      else onAction(action, id);
    },
    [onAction, onUnheard, shielded],
  );
  return (
    <div className={css.list}>
      {props.pendingIn &&
        createPortal(<Pending held={held} onRefresh={() => list.refresh(current)} />, props.pendingIn)}
      <div ref={scroller} className={css.scroller} data-list={name} tabIndex={-1} {...list.listeners}>
        {held.order.length === 0 && <div className={css.empty}>{props.empty}</div>}
        <ul className={css.rows} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const id = String(key);
            const question = questions[id];
            if (!question) return null;
            return (
              <li
                key={key}
                ref={rows.measureElement}
                data-index={index}
                className={css.item}
                aria-setsize={held.order.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <QuestionRow
                  {...props.rowProps(question)}
                  question={question}
                  list={name}
                  age={Math.floor((now - Date.parse(question.askedAt)) / 60_000)}
                  current={id === current}
                  aside={aside}
                  entrance={id === entrance}
                  left={held.left.has(id) ? fate(question, name) : null}
                  onFocus={focusRow}
                  onAction={press}
                />
              </li>
            );
          })}
        </ul>
        <MoreRows count={props.beyond} isNear={isNearEnd} onMore={more} />
      </div>
    </div>
  );
}

/** What waits outside of a list that is in use: a chip in the column's head, which moves nothing. */
function Pending({ held, onRefresh }: { held: Held; onRefresh: () => void }) {
  const { fresh, moved, left } = held;
  if (fresh + moved + left.size === 0) return null;
  const parts = [
    fresh > 0 ? say('list.fresh', { count: fresh }) : null,
    left.size > 0 ? say('list.left', { count: left.size }) : null,
    moved > 0 ? say('list.moved', { count: moved }) : null,
    fresh > 0 ? null : say('list.update'),
  ].filter((part) => part !== null);
  return (
    <button type="button" className={css.pending} title={say('list.update')} onClick={onRefresh}>
      {parts.join(' · ')}
    </button>
  );
}

/** What became of a question that left a list. */
function fate(question: QuestionView, list: ListName): string {
  return listWith(question.status) === list ? say('left.elsewhere') : say(`left.${question.status}`);
}
