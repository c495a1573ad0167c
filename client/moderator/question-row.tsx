import { memo } from 'react';
import type { QuestionView } from '../../shared/views/view.ts';
import { Badge } from '../look/badge.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import { typedLength } from '../questions/typed-length.ts';
import { comfortableUnits } from '../stage/fit.ts';
import type { ListName } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import css from './question-row.module.css';
import { isReason } from './reasons.ts';

const say = catalogue(deskMessages);

/** What a row's buttons ask for. */
export type RowDeed = 'approve' | 'dismiss' | 'restore' | 'show' | 'answered';

/** The buttons of each list, in their order: Show and Not taken are never neighbours. */
const buttons: Readonly<Record<ListName, readonly RowDeed[]>> = {
  waiting: ['approve', 'dismiss'],
  live: ['show', 'answered', 'dismiss'],
  answered: ['restore', 'show'],
  kept: ['approve', 'answered', 'show'],
  notTaken: ['restore', 'approve'],
};

const words: Readonly<Record<RowDeed, { label: string; key: string | null }>> = {
  approve: { label: say('do.approve'), key: 'A' },
  dismiss: { label: say('do.dismiss'), key: 'N' },
  restore: { label: say('do.restore'), key: null },
  show: { label: say('do.show'), key: 'S' },
  answered: { label: say('do.answered'), key: null },
};

interface RowProps {
  question: QuestionView;
  list: ListName;
  zone: string;
  /** Minutes since it was asked. */
  age: number;
  current: boolean;
  /** The row at which the Tab key enters the list. */
  entrance: boolean;
  onScreen: boolean;
  /** It belongs here no longer: what became of it. */
  left: string | null;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  sessionTitle: string | null;
  onFocus: (id: string) => void;
  onDeed: (deed: RowDeed, id: string) => void;
}

/** One question at the desk. It keeps its height and place whatever becomes of it. */
export const QuestionRow = memo(function QuestionRow(props: RowProps) {
  const { question, list, current, left, onFocus, onDeed } = props;
  const textId = `text-${question.id}`;
  return (
    <li className={css.item}>
      <article
        className={css.row}
        data-row={question.id}
        data-list={list}
        data-current={current}
        data-left={left !== null}
        data-onscreen={props.onScreen}
        aria-labelledby={textId}
        aria-current={current ? 'true' : undefined}
        tabIndex={props.entrance ? 0 : -1}
        onFocus={() => onFocus(question.id)}
      >
        <div className={css.head}>
          <span className={css.number}>{question.n === null ? '' : question.n}</span>
          <p id={textId} className={css.text} dir="auto">
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
          {left === null ? (
            <Facts {...props} />
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
    </li>
  );
});

function RowButton({
  deed,
  first,
  question,
  current,
  noShow,
  onDeed,
}: RowProps & { deed: RowDeed; first: boolean }) {
  const off = deed === 'show' ? noShow : null;
  const { label, key } = words[deed];
  return (
    <Button
      size="small"
      kind={deed === 'show' && first ? 'live' : first ? 'primary' : 'plain'}
      tabIndex={current ? 0 : -1}
      aria-disabled={off !== null || undefined}
      aria-keyshortcuts={key ?? undefined}
      title={off ?? undefined}
      onClick={() => off === null && onDeed(deed, question.id)}
    >
      {label}
      {key !== null && current && <kbd className={css.key}>{key}</kbd>}
    </Button>
  );
}

/** Who, from where, how long ago, and what else matters of it. */
function Facts({ question, list, zone, age, onScreen, sessionTitle }: RowProps) {
  const spoken = question.by === null && question.asker === null;
  const units = typedLength(question.text ?? '');
  return (
    <p className={css.facts}>
      {onScreen && <Badge kind="onscreen">{say('row.onScreen')}</Badge>}
      {(question.reports ?? 0) > 0 && (
        <Badge kind="danger">{say('row.reports', { count: question.reports ?? 0 })}</Badge>
      )}
      <Badge kind={question.attendance === 'remote' ? 'remote' : 'room'}>
        {question.attendance === 'remote' ? say('row.remote') : say('row.room')}
      </Badge>
      <span className={css.age}>
        {list === 'answered' && question.answeredAt !== null
          ? say('row.answeredAt', { time: clockTime(Date.parse(question.answeredAt), zone) })
          : ageText(age)}
      </span>
      <span>{spoken ? say('row.spoken') : (question.author?.name ?? say('row.anonymous'))}</span>
      {list === 'notTaken' && <span className={css.why}>{whyText(question)}</span>}
      {list === 'kept' && question.keptFor && <span>{say(`row.kept.${question.keptFor.for}`)}</span>}
      {question.texts?.screen != null && <span>{say('row.edited')}</span>}
      {units > comfortableUnits && list !== 'notTaken' && <span className={css.long}>{say('row.long')}</span>}
      {sessionTitle !== null && <span className={css.why}>{sessionTitle}</span>}
    </p>
  );
}

/** What a row says of a question whose words are gone or were never written down. */
export function textOf(question: QuestionView): string {
  if (question.text !== null) return question.text;
  return question.texts?.original === null && question.asker != null
    ? say('row.erased')
    : say('row.spokenText');
}

function whyText({ why, status }: QuestionView): string {
  if (status === 'archived' || why == null) return say('row.archived');
  return isReason(why) ? say(`why.${why}`) : why;
}

function ageText(minutes: number): string {
  if (minutes < 1) return say('row.new');
  if (minutes < 60) return say('row.minutes', { minutes });
  return say('row.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
