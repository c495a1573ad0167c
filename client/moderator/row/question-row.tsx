import { memo } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import type { ListName } from '../lists/lists.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './question-row.module.css';
import { textOf } from './question-text.ts';
import { RowFacts } from './row-facts.tsx';

const say = catalogue(deskMessages);

/** What a row's buttons ask for. */
export type RowDeed = 'approve' | 'dismiss' | 'restore' | 'show' | 'queue' | 'answered' | 'more' | 'select';

/** The buttons of each list, in their order: Show and Not taken are never neighbours. */
const buttons: Readonly<Record<ListName, readonly RowDeed[]>> = {
  waiting: ['approve', 'dismiss', 'more'],
  live: ['show', 'queue', 'answered', 'more'],
  answered: ['restore', 'show', 'more'],
  kept: ['show', 'queue', 'approve', 'more'],
  notTaken: ['restore', 'approve', 'more'],
};

const words: Readonly<Record<Exclude<RowDeed, 'select'>, { label: string; key: string | null }>> = {
  approve: { label: say('do.approve'), key: 'A' },
  dismiss: { label: say('do.dismiss'), key: 'N' },
  restore: { label: say('do.restore'), key: null },
  show: { label: say('do.show'), key: 'S' },
  queue: { label: say('do.queue'), key: 'Q' },
  answered: { label: say('do.answered'), key: null },
  more: { label: say('do.more'), key: null },
};

/** What a row is told. */
export interface RowProps {
  question: QuestionView;
  list: ListName;
  zone: string;
  /** Minutes since it was asked. */
  age: number;
  current: boolean;
  /** Keys mean rows that are selected, not this one. */
  aside: boolean;
  /** The row at which the Tab key enters the list. */
  entrance: boolean;
  onScreen: boolean;
  /** It belongs here no longer: what became of it. */
  left: string | null;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  /** The session it is of, where the list holds several; where it was asked, where that is another one. */
  sessionTitle: string | null;
  originTitle: string | null;
  /** What it is kept for, by name. */
  keptTitle: string | null;
  /** How many were merged into it. */
  merged: number;
  selected: boolean;
  /** It is marked to be merged into another. */
  marked: boolean;
  /** Who else is at this row, in words. */
  colleagues: string | null;
  newcomersWait: boolean;
  onFocus: (id: string) => void;
  onDeed: (deed: RowDeed, id: string) => void;
}

/** One question at the desk. It keeps its height and place whatever becomes of it. */
export const QuestionRow = memo(function QuestionRow(props: RowProps) {
  const { question, list, current, left, onFocus, onDeed } = props;
  const textId = `text-${question.id}`;
  return (
    <article
      className={css.row}
      data-row={question.id}
      data-list={list}
      data-current={current}
      data-aside={current && props.aside}
      data-left={left !== null}
      data-onscreen={props.onScreen}
      data-selected={props.selected}
      data-marked={props.marked}
      aria-labelledby={textId}
      aria-current={current ? 'true' : undefined}
      tabIndex={props.entrance ? 0 : -1}
      onFocus={() => onFocus(question.id)}
    >
      <div className={css.head}>
        <span className={css.number}>{question.n === null ? '' : question.n}</span>
        <p
          id={textId}
          className={css.text}
          dir="auto"
          title={question.text === null ? undefined : isolated(question.text)}
        >
          {textOf(question)}
        </p>
        {list !== 'waiting' && (
          <span className={css.votes} title={say('row.upvotes', { count: question.upvotes ?? 0 })}>
            <span aria-hidden="true">▲ </span>
            {question.upvotes ?? 0}
          </span>
        )}
      </div>
      <div className={css.foot}>
        <input
          type="checkbox"
          className={css.check}
          checked={props.selected}
          tabIndex={-1}
          aria-label={say('row.select')}
          onChange={() => onDeed('select', question.id)}
        />
        {left === null ? (
          <RowFacts {...props} />
        ) : (
          <p className={css.left}>{say('left.moveOn', { what: left })}</p>
        )}
        {left === null && (
          <div className={css.actions}>
            {buttons[list].map((deed) => (
              <RowButton
                key={deed}
                deed={deed}
                first={deed === buttons[list][0]}
                {...props}
                onDeed={onDeed}
              />
            ))}
          </div>
        )}
      </div>
    </article>
  );
});

function RowButton({
  deed,
  first,
  question,
  current,
  aside,
  noShow,
  onDeed,
}: RowProps & { deed: RowDeed; first: boolean }) {
  if (deed === 'select') return null;
  const off = deed === 'show' ? noShow : null;
  const { label, key } = words[deed];
  return (
    <Button
      size="small"
      kind={deed === 'show' && first ? 'live' : first ? 'primary' : 'plain'}
      tabIndex={current ? 0 : -1}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={key ?? undefined}
      aria-haspopup={deed === 'more' ? 'dialog' : undefined}
      aria-label={deed === 'more' ? label : undefined}
      title={off ?? (deed === 'more' ? label : undefined)}
      // The second press of a double click was aimed at the row, before it had buttons.
      onClick={({ detail }) => off === null && detail < 2 && onDeed(deed, question.id)}
    >
      {deed === 'more' ? '⋯' : label}
      {key !== null && current && !aside && <kbd>{key}</kbd>}
    </Button>
  );
}
