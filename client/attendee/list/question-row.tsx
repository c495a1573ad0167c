import ellipsis from 'lucide-static/icons/ellipsis.svg';
import { memo } from 'react';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { classes } from '../../look/classes.ts';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { boardMessages } from '../messages/board.en.ts';
import { Origin } from './origin.tsx';
import styles from './rows.module.css';
import { UpvoteButton } from './upvote-button.tsx';
import type { Upvotes } from './use-upvotes.ts';

/** How a row stands in the list; `gone` keeps its place until the list is brought up to date, `over` is never answered. */
export type RowState = 'live' | 'onScreen' | 'answered' | 'gone' | 'over';

/** One question of the list, with its upvotes before it. */
export const QuestionRow = memo(function QuestionRow(props: {
  question: QuestionView;
  state: RowState;
  /** Its session has ended and takes no questions: nothing is up next there. */
  closed?: boolean;
  upvotes: Upvotes;
  tinted: boolean;
  onOpen: (question: string) => void;
}) {
  const { question, state, closed = false, upvotes, tinted, onOpen } = props;
  const upNext = state === 'live' && question.upNext !== null && !closed;
  const say = useText(boardMessages);
  const mine = useView((view) => view.me?.mine.includes(question.id)) ?? false;
  const settled = state === 'answered' || state === 'gone';
  return (
    <li
      className={classes(styles.row, tinted && styles.tinted)}
      data-steady
      data-over={settled}
      data-question={question.id}
    >
      {settled || state === 'over' ? (
        <p className={styles.count}>{question.upvotes}</p>
      ) : (
        <UpvoteButton question={question} mine={mine} upvotes={upvotes} />
      )}
      <div className={styles.body}>
        <p className={styles.text} dir="auto">
          {question.text ?? say('list.forgotten')}
        </p>
        <p className={styles.meta}>
          {settled && <Badge>{say(state === 'gone' ? 'list.tombGone' : 'list.tombAnswered')}</Badge>}
          {state === 'onScreen' && <Badge kind="onscreen">{say('list.onScreen')}</Badge>}
          {upNext && <Badge kind="upnext">{say('list.upNext')}</Badge>}
          {question.n !== null && <span>{say('list.number', { n: question.n })}</span>}
          {mine ? (
            <Badge kind="accent">{say('list.yours')}</Badge>
          ) : (
            <bdi>{question.author?.name ?? say('list.anonymous')}</bdi>
          )}
          <span className={styles[question.attendance]}>{say(`list.${question.attendance}`)}</span>
          <Origin question={question} />
        </p>
        {question.reply && (
          <div className={styles.reply}>
            <strong>{say('list.reply')}</strong>
            <p dir="auto">{question.reply}</p>
          </div>
        )}
      </div>
      <button
        type="button"
        className={styles.more}
        aria-haspopup="dialog"
        aria-label={say('list.more', { n: question.n ?? '' })}
        onClick={() => onOpen(question.id)}
      >
        <Icon of={ellipsis} />
      </button>
    </li>
  );
});
