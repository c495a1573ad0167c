import { memo } from 'react';
import { Button } from '../../look/button.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { actionTable } from '../actions/action-table.ts';
import { destroying, type RowButton as Offered, rowButtons, rowMenu } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { isAllowed } from '../actions/targets.ts';
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
          <span aria-hidden="true">▲</span>
          {question.upvotes ?? 0}
        </span>
      )}
      <input
        type="checkbox"
        className={css.check}
        checked={props.selected}
        tabIndex={-1}
        aria-label={say('row.select')}
        onChange={() => onAction('select', question.id)}
      />
      <div className={css.foot}>
        {left === null ? <RowFacts {...props} /> : <p className={css.left}>{left}</p>}
        {left === null && (current || props.fingers) && (
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
            <RowMenu question={question} onAction={onAction} />
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
  const key = printedKey(action);
  return (
    <Button
      size="small"
      kind={!first || !current ? 'plain' : action === 'show' ? 'live' : 'primary'}
      tabIndex={current ? 0 : -1}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={key}
      title={off ?? undefined}
      // The second press of a double click was aimed at the row, before it had buttons.
      onClick={({ detail }) => off === null && detail < 2 && onAction(action, question.id)}
    >
      {say(`do.${action}`)}
      {key !== undefined && current && !aside && <kbd>{key}</kbd>}
    </Button>
  );
}

/** Everything that can be done to a row and has no button of its own, with its key. */
function RowMenu({ question, onAction }: Pick<RowProps, 'question' | 'onAction'>) {
  const shown = rowMenu.filter((action) => isAllowed(actionTable[action].allowed, question));
  return (
    <Menu
      label={say('do.more')}
      className={css.more}
      choices={shown.map((action) => ({
        id: action,
        name: say(`more.${action}`),
        hint: printedKey(action),
        destroys: destroying.has(action),
      }))}
      onChoose={(id) => {
        const action = shown.find((each) => each === id);
        if (action) onAction(action, question.id);
      }}
    />
  );
}
