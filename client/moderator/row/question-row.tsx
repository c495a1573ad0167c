import { memo } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { type RowButton as Offered, rowButtons } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './question-row.module.css';
import { RowFacts } from './row-facts.tsx';
import type { RowProps } from './row-props.ts';

const say = catalogue(deskMessages);

/** One question at the desk. It keeps its height and place whatever becomes of it. */
export const QuestionRow = memo(function QuestionRow(props: RowProps) {
  const { question, list, current, left, onFocus, onAction } = props;
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
          onChange={() => onAction('select', question.id)}
        />
        {left === null ? (
          <RowFacts {...props} />
        ) : (
          <p className={css.left}>{say('left.moveOn', { what: left })}</p>
        )}
        {left === null && (
          <div className={css.actions}>
            {rowButtons[list].map((action) => (
              <RowButton
                key={action}
                action={action}
                first={action === rowButtons[list][0]}
                {...props}
                onAction={onAction}
              />
            ))}
          </div>
        )}
      </div>
    </article>
  );
});

function RowButton({
  action,
  first,
  question,
  current,
  aside,
  noShow,
  onAction,
}: RowProps & { action: Offered; first: boolean }) {
  const off = action === 'show' ? noShow : null;
  const label = say(`do.${action}`);
  const key = printedKey(action);
  return (
    <Button
      size="small"
      kind={action === 'show' && first ? 'live' : first ? 'primary' : 'plain'}
      tabIndex={current ? 0 : -1}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={key}
      aria-haspopup={action === 'more' ? 'dialog' : undefined}
      aria-label={action === 'more' ? label : undefined}
      title={off ?? (action === 'more' ? label : undefined)}
      // The second press of a double click was aimed at the row, before it had buttons.
      onClick={({ detail }) => off === null && detail < 2 && onAction(action, question.id)}
    >
      {action === 'more' ? '⋯' : label}
      {key !== undefined && current && !aside && <kbd>{key}</kbd>}
    </Button>
  );
}
