import { type ReactNode, type Ref, useMemo, useState } from 'react';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { useMedia } from '../../look/use-media.ts';
import type { QuestionAction } from '../actions/action-table.ts';
import { type ListName, listNames } from '../actions/list-name.ts';
import type { SortName } from '../lists/lists.ts';
import { type ListHandle, QuestionList } from '../lists/question-list.tsx';
import type { CurrentRow } from '../lists/use-current-row.ts';
import { deskMessages } from '../messages/desk.en.ts';
import type { RowProps } from '../row/row-props.ts';
import css from './desk-lists.module.css';
import { handheld } from './desk-part.ts';
import { ReviewHead, TabsHead } from './list-head.tsx';

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
  /** How many questions wait outside of what the lists are about, and how to see them. */
  elsewhere: number;
  onElsewhere: () => void;
  /** Minutes since the oldest waiting question was asked; null where none waits. */
  oldest: number | null;
  /** How many are found, where something is searched or filtered; null where nothing is. */
  found: number | null;
  /** How many wait in all, where a search or a filter hides some of them; null where nothing is hidden. */
  waitingOf: number | null;
  /** All that is listed was asked by one person. */
  byAsker: boolean;
  /** In which order the open questions are, where one was chosen. */
  sort: SortName | null;
  people: number | null;
  current: CurrentRow;
  /** The list that is open beside To review. */
  beside: ListName;
  /** The rows that are selected, all of the list that the operator is at. */
  selected: ReadonlySet<string>;
  busy: boolean;
  /** What lies over the heads of the lists: the search, or what is done to all selected rows. */
  tools: ReactNode;
  rowProps: (question: QuestionView) => Omit<RowProps, OwnProps>;
  onList: (list: ListName) => void;
  onSearch: () => void;
  onShowAll: () => void;
  onFocusRow: (list: ListName, id: string) => void;
  onDrawn: (list: ListName, id: string, drawn: boolean, next: string | null) => void;
  /** A press on a row did nothing, since another row had just come under it. */
  onUnheard: () => void;
  onGone: (ids: readonly string[]) => void;
  onAction: (action: QuestionAction, id: string) => void;
  handleOf: (list: ListName) => Ref<ListHandle>;
}

/** Windows in which To review and another list fit side by side beside the screen. */
const sideBySide = '(min-width: 60rem)';

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

/** To review beside the open questions where there is room for both; else one list at a time. The rest is behind tabs. */
export function DeskLists(props: ListsProps) {
  const { counts, current, beside, onList } = props;
  const wide = useMedia(sideBySide);
  const phone = useMedia(handheld);
  const second: ListName = wide ? beside : current.list;
  const tabs = listNames.filter((name) => (!wide && !phone) || name !== 'waiting');
  const onlyReview = phone && second === 'waiting';
  const [reviewPending, setReviewPending] = useState<HTMLElement | null>(null);
  const [pending, setPending] = useState<HTMLElement | null>(null);
  const isHiding = props.found !== null;
  return (
    <div className={css.listsFrame}>
      <div className={css.toolsFrame}>{props.tools}</div>
      <div className={css.lists} data-wide={wide}>
        {(wide || onlyReview) && (
          <section
            className={css.column}
            aria-labelledby="waiting-title"
            data-active={current.list === 'waiting'}
          >
            <ReviewHead
              count={counts.waiting}
              oldest={props.oldest}
              says={
                props.waitingOf === null
                  ? say('list.order.oldest')
                  : say('list.match', { count: counts.waiting, of: props.waitingOf })
              }
              pending={setReviewPending}
              onShowAll={onlyReview && isHiding ? props.onShowAll : null}
            />
            <OneList {...props} name="waiting" pendingIn={reviewPending} />
          </section>
        )}
        {!onlyReview && (
          <section
            className={css.column}
            aria-label={say(`list.${second}`)}
            data-active={current.list === second}
          >
            <TabsHead
              tabs={tabs}
              open={second}
              counts={counts}
              oldest={props.oldest}
              says={whatIsListed(second, props)}
              pending={setPending}
              onList={onList}
              onSearch={props.onSearch}
              onShowAll={isHiding ? props.onShowAll : null}
            />
            <OneList {...props} key={second} name={second} pendingIn={pending} />
          </section>
        )}
      </div>
    </div>
  );
}

/** Which of its questions a list holds where some are hidden, else in which order they are. */
function whatIsListed(
  name: ListName,
  { found, counts, byAsker, sort, lists, questions }: ListsProps,
): string {
  if (found !== null) return say(byAsker ? 'list.byAsker' : 'list.found', { here: counts[name], found });
  if (name === 'waiting') return say('list.order.oldest');
  if (name === 'answered') return say('list.order.answers');
  if (name !== 'live') return say('list.order.newest');
  if (sort !== null) return say(`list.order.${sort}`);
  const [first] = lists.live;
  const isBack = first !== undefined && questions[first]?.screened != null;
  return say(isBack ? 'list.order.back' : 'list.order.supported');
}

/** A list in which a search or a filter finds nothing: that is said, and how to leave it. */
function NoneFound({ onShowAll }: { onShowAll: () => void }) {
  return (
    <>
      <p>{say('list.noneFound')}</p>
      <Button size="small" kind="quiet" onClick={onShowAll}>
        {say('list.showAll')}
      </Button>
    </>
  );
}

function OneList(props: ListsProps & { name: ListName; pendingIn: HTMLElement | null }) {
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
        props.found === null ? (
          <>
            <p>
              {say(`list.empty.${name}`)}
              {name === 'waiting' && people !== null && ` ${say('list.emptyPeople', { count: people })}`}
            </p>
            {/* As a talk ends, what was left of it is not gone. */}
            {name === 'waiting' && props.elsewhere > 0 && (
              <Button size="small" onClick={props.onElsewhere}>
                {say('desk.elsewhere', { count: props.elsewhere })}
              </Button>
            )}
          </>
        ) : (
          <NoneFound onShowAll={props.onShowAll} />
        )
      }
      beyond={props.beyond(name)}
      onEnd={props.onEnd}
      rowProps={props.rowProps}
      onFocusRow={props.onFocusRow}
      onDrawn={props.onDrawn}
      onUnheard={props.onUnheard}
      onGone={props.onGone}
      onAction={props.onAction}
      handle={handle}
      pendingIn={props.pendingIn}
    />
  );
}
