import { type Ref, useCallback, useEffect, useImperativeHandle } from 'react';
import type { QuestionView, SessionView } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { afterLeaving, type Held, neighbour } from './hold-order.ts';
import { type ListName, listWith } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import css from './question-list.module.css';
import { QuestionRow, type RowDeed } from './question-row.tsx';
import { rowOf, useHeldList } from './use-held-list.ts';

const say = catalogue(deskMessages);

/** What the keys need of a list: where to go from a row. */
export interface ListHandle {
  step: (from: string | null, step: 1 | -1) => string | null;
  after: (from: string) => string | null;
  hasLeft: (id: string) => boolean;
  focus: (id: string) => void;
}

interface ListProps {
  name: ListName;
  wanted: readonly string[];
  /** What the list is about; another one starts it anew. */
  about: string;
  questions: Readonly<Record<string, QuestionView>>;
  sessions: Readonly<Record<string, SessionView>>;
  zone: string;
  people: number | null;
  current: string | null;
  shown: string | null;
  noShow: string | null;
  withTitles: boolean;
  /** A menu or a form that was opened from this list is open. */
  busy: boolean;
  onFocusRow: (list: ListName, id: string) => void;
  onDeed: (deed: RowDeed, id: string) => void;
  handle: Ref<ListHandle>;
}

/** One list of questions. Rows never move under a pointer, a finger or the focus: what is new waits behind a button. */
export function QuestionList(props: ListProps) {
  const { name, wanted, about, questions, current, handle, onDeed, onFocusRow } = props;
  const list = useHeldList(wanted, about, props.busy);
  const { held, scroller, tidy, shielded } = list;
  const now = useServerNow(10_000);
  useEffect(() => tidy(current), [current, tidy]);
  useImperativeHandle(
    handle,
    () => ({
      step: (from, step) => neighbour(held, from, step),
      after: (from) => afterLeaving(held, from),
      hasLeft: (id) => held.left.has(id),
      focus: (id) => {
        const row = scroller.current && rowOf(scroller.current, id);
        row?.focus({ preventScroll: true });
        row?.scrollIntoView({ block: 'nearest' });
      },
    }),
    [held, scroller],
  );
  const focusRow = useCallback((id: string) => onFocusRow(name, id), [onFocusRow, name]);
  const press = useCallback(
    (deed: RowDeed, id: string) => {
      if (!shielded()) onDeed(deed, id);
    },
    [onDeed, shielded],
  );
  const entrance = current !== null && held.order.includes(current) ? current : held.order[0];
  return (
    <div className={css.list}>
      <Pending held={held} onRefresh={() => list.refresh(current)} />
      <div ref={scroller} className={css.scroller} {...list.listeners}>
        {held.order.length === 0 && <Empty name={name} people={props.people} />}
        <ul className={css.rows}>
          {held.order.map((id) => {
            const question = questions[id];
            if (!question) return null;
            return (
              <QuestionRow
                key={id}
                question={question}
                list={name}
                zone={props.zone}
                age={Math.floor((now - Date.parse(question.askedAt)) / 60_000)}
                current={id === current}
                entrance={id === entrance}
                onScreen={id === props.shown}
                left={held.left.has(id) ? fate(question, name) : null}
                noShow={props.noShow}
                sessionTitle={props.withTitles ? titleOf(question, props.sessions) : null}
                onFocus={focusRow}
                onDeed={press}
              />
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** What waits outside of a list that is in use, in a place that is always there. */
function Pending({ held, onRefresh }: { held: Held; onRefresh: () => void }) {
  const { fresh, moved, left } = held;
  const parts = [
    fresh > 0 ? say('list.fresh', { count: fresh }) : null,
    moved > 0 ? say('list.moved', { count: moved }) : null,
    left.size > 0 ? say('list.left', { count: left.size }) : null,
  ].filter((part) => part !== null);
  return (
    <div className={css.pending}>
      {parts.length > 0 && (
        <Button size="small" kind="quiet" title={say('list.update')} onClick={onRefresh}>
          {parts.join(' · ')}
        </Button>
      )}
    </div>
  );
}

function Empty({ name, people }: { name: ListName; people: number | null }) {
  return (
    <p className={css.empty}>
      {say(`list.empty.${name}`)}
      {name === 'waiting' && people !== null && ` ${say('list.emptyPeople', { count: people })}`}
    </p>
  );
}

/** What became of a question that left a list. */
function fate(question: QuestionView, list: ListName): string {
  return listWith(question.status) === list ? say('left.elsewhere') : say(`left.${question.status}`);
}

function titleOf(question: QuestionView, sessions: Readonly<Record<string, SessionView>>): string | null {
  return question.session === null ? null : (sessions[question.session]?.title ?? null);
}
