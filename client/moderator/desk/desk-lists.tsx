import { type ReactNode, type Ref, useMemo } from 'react';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { catalogue } from '../../look/messages.ts';
import { useMedia } from '../../look/use-media.ts';
import type { QuestionAction } from '../actions/action-table.ts';
import { type ListName, listNames } from '../actions/list-name.ts';
import { type ListHandle, QuestionList } from '../lists/question-list.tsx';
import type { CurrentRow } from '../lists/use-current-row.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { RowProps } from '../row/row-props.ts';
import css from './desk.module.css';

const say = catalogue(deskMessages);

interface ListsProps {
  questions: Readonly<Record<string, QuestionView>>;
  sessions: Readonly<Record<string, SessionView>>;
  /** The ids of each list, in its order. */
  lists: Readonly<Record<ListName, readonly string[]>>;
  /** How many questions each list has, and how many of them are not drawn yet. */
  counts: Readonly<Record<ListName, number>>;
  beyond: (list: ListName) => number;
  /** Somebody came to the end of what is drawn of a list. */
  onEnd: (list: ListName) => void;
  /** What the lists are about: another session, search or order starts them anew. */
  about: string;
  /** Minutes since the oldest waiting question was asked; null where none waits. */
  oldest: number | null;
  people: number | null;
  current: CurrentRow;
  /** The list that is open beside Waiting. */
  beside: ListName;
  /** The rows that are selected, all of the list that the operator is at. */
  selected: ReadonlySet<string>;
  busy: boolean;
  /** Something above the lists: search and filters, or what is done to all selected rows. */
  tools: ReactNode;
  rowProps: (question: QuestionView) => Omit<RowProps, OwnProps>;
  onList: (list: ListName) => void;
  onFocusRow: (list: ListName, id: string) => void;
  onDrawn: (list: ListName, id: string, drawn: boolean, next: string | null) => void;
  onGone: (ids: readonly string[]) => void;
  onAction: (action: QuestionAction, id: string) => void;
  handleOf: (list: ListName) => Ref<ListHandle>;
}

/** Windows in which waiting questions and the list fit side by side beside the screen. */
const sideBySide = '(min-width: 75rem)';

const none: ReadonlySet<string> = new Set();

type OwnProps =
  | 'question'
  | 'list'
  | 'age'
  | 'current'
  | 'aside'
  | 'entrance'
  | 'left'
  | 'onFocus'
  | 'onAction';

/** Waiting beside the list where there is room for both; else one list at a time. The rest is behind tabs. */
export function DeskLists(props: ListsProps) {
  const { counts, current, beside, onList } = props;
  const wide = useMedia(sideBySide);
  const second: ListName = wide ? beside : current.list;
  const tabs = listNames.filter((name) => !wide || name !== 'waiting');
  return (
    <div className={css.listsFrame}>
      <div className={css.toolsFrame}>{props.tools}</div>
      <div className={css.lists} data-wide={wide}>
        {wide && (
          <section
            className={css.column}
            aria-labelledby="waiting-title"
            data-active={current.list === 'waiting'}
          >
            <h2 id="waiting-title" className={css.columnTitle}>
              {say('list.waiting')} <span className={css.count}>{counts.waiting}</span>
              <Oldest minutes={props.oldest} />
            </h2>
            <OneList {...props} name="waiting" />
          </section>
        )}
        <section
          className={css.column}
          aria-label={say(`list.${second}`)}
          data-active={current.list === second}
        >
          <nav className={css.tabs} aria-label={say('desk.lists')}>
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                className={css.tab}
                aria-pressed={name === second}
                onClick={() => onList(name)}
              >
                {say(`list.${name}`)} <span className={css.count}>{counts[name]}</span>
              </button>
            ))}
            {!wide && <Oldest minutes={props.oldest} />}
          </nav>
          <OneList {...props} key={second} name={second} />
        </section>
      </div>
    </div>
  );
}

/** How long the oldest question waits already; it calls for somebody from five minutes on. */
function Oldest({ minutes }: { minutes: number | null }) {
  if (minutes === null) return null;
  return (
    <span className={css.order} data-late={minutes >= 5}>
      {minutes < 1 ? say('list.oldestNew') : say('list.oldest', { minutes })}
    </span>
  );
}

function OneList(props: ListsProps & { name: ListName }) {
  const { name, current, handleOf, about, people } = props;
  const handle = useMemo(() => handleOf(name), [handleOf, name]);
  return (
    <QuestionList
      name={name}
      wanted={props.lists[name]}
      about={`${name} ${about}`}
      questions={props.questions}
      current={current.list === name ? current.id : null}
      selected={current.list === name ? props.selected : none}
      busy={props.busy && current.list === name}
      empty={
        <p>
          {say(`list.empty.${name}`)}
          {name === 'waiting' && people !== null && ` ${say('list.emptyPeople', { count: people })}`}
        </p>
      }
      beyond={props.beyond(name)}
      onEnd={props.onEnd}
      rowProps={props.rowProps}
      onFocusRow={props.onFocusRow}
      onDrawn={props.onDrawn}
      onGone={props.onGone}
      onAction={props.onAction}
      handle={handle}
    />
  );
}
