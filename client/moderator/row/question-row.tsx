import { type MouseEvent, memo, useEffect, useRef, useState } from 'react';
import { Button } from '../../look/button.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { actionTable } from '../actions/action-table.ts';
import { buttonsOf, destroying, type RowButton as Offered, rowMenu } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { isAllowed } from '../actions/targets.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import css from './question-row.module.css';
import { RowFacts } from './row-facts.tsx';
import type { RowProps } from './row-props.ts';

const say = catalogue(deskMessages);

/** How long a finger's press on a row that has just come to the frame is for the row alone, in milliseconds. */
const settle = 300;

/**
 * One question at the desk. It keeps its height and place whatever becomes of it; on a phone a press on the row that is
 * chosen already, or Enter, unfolds all of its text.
 */
export const QuestionRow = memo(function QuestionRow(props: RowProps) {
  const { question, list, current, left, onFocus, onAction } = props;
  const textId = `text-${question.id}`;
  const since = useRef(0);
  useEffect(() => {
    if (current) since.current = performance.now();
  }, [current]);
  const [open, setOpen] = useState(false);
  const wasCurrent = useRef(false);
  const act = (action: Offered, event: MouseEvent) => {
    if (!isForRow(event, since.current)) onAction(action, question.id);
  };
  const offered = buttonsOf(list, props.onScreen, question.upNext !== null);
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
      data-open={open}
      aria-labelledby={textId}
      aria-current={current ? 'true' : undefined}
      tabIndex={props.entrance ? 0 : -1}
      onFocus={() => onFocus(question.id)}
      onPointerDown={() => {
        wasCurrent.current = current;
        if (current) props.onPoint();
      }}
      onClick={({ target }) => {
        const isOnText = target instanceof Element && target.closest('button, input') === null;
        if (isOnText && wasCurrent.current) setOpen(!open);
      }}
      onKeyDown={({ key, target, currentTarget }) => {
        if (key === 'Enter' && target === currentTarget) setOpen(!open);
      }}
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
        {left === null && current && (
          <div className={css.actions}>
            {offered.map((action) => (
              <RowButton
                key={action}
                action={action}
                kind={action === 'show' ? 'live' : isMain(action, offered) ? 'primary' : 'plain'}
                noShow={props.noShow}
                named={!props.aside}
                onPress={act}
              />
            ))}
            <RowMenu question={question} onAction={onAction} />
          </div>
        )}
      </div>
    </article>
  );
});

/** What is done first to a row that cannot be shown. */
function isMain(action: Offered, offered: readonly Offered[]): boolean {
  return action === offered[0] && !offered.includes('show');
}

/**
 * Whether a press on a button was aimed at the row, before it had buttons: the second one of a double click, or one by a
 * finger just after the row came to the frame.
 */
function isForRow({ detail, nativeEvent }: MouseEvent, since: number): boolean {
  const byFinger = 'pointerType' in nativeEvent && nativeEvent.pointerType === 'touch';
  return detail > 1 || (byFinger && performance.now() - since < settle);
}

function RowButton(props: {
  action: Offered;
  kind: 'plain' | 'primary' | 'live';
  /** Why nothing can be done now; null where it can. */
  noShow: string | null;
  /** Its key means this row, and is printed. */
  named: boolean;
  onPress: (action: Offered, event: MouseEvent) => void;
}) {
  const { action, noShow: off } = props;
  const key = printedKey(action);
  return (
    <Button
      size="small"
      kind={props.kind}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={key}
      title={off ?? undefined}
      onClick={(event) => off === null && props.onPress(action, event)}
    >
      {say(`do.${action}`)}
      {key !== undefined && props.named && <kbd>{key}</kbd>}
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
