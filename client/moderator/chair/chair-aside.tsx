import { useMemo } from 'react';
import type { QuestionView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { notePresets } from '../panels/note-panel.tsx';
import { MinuteButtons } from '../programme/minute-buttons.tsx';
import css from './chair.module.css';
import { ChairQuestion } from './chair-question.tsx';

const say = catalogue(deskMessages);
const sayTimes = catalogue(timelineMessages);

/** How many questions to review a chair sees at once, the oldest first: the desk has them all. */
const seen = 20;

/** A swipe away from what is on screen: what is to be reviewed, a minute more or less, and what a speaker is told. */
export function ChairAside({
  waiting,
  count,
  session,
  actions,
  onApprove,
  onDecline,
  onDesk,
}: {
  waiting: readonly QuestionView[];
  /** How many there are to review, those included that this page does not hold. */
  count: number;
  session: SessionView | null;
  actions: SessionActions;
  onApprove: (question: QuestionView) => void;
  onDecline: (question: QuestionView) => void;
  onDesk: () => void;
}) {
  const first = useMemo(
    () => waiting.toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)).slice(0, seen),
    [waiting],
  );
  return (
    <section className={css.aside} aria-label={say('chair.aside')}>
      {session?.status === 'onAir' && (
        <div className={css.group}>
          <h2 className={css.title}>{say('chair.time')}</h2>
          <MinuteButtons
            of="length"
            title={session.title}
            steps={[-1, 1]}
            onStep={(minutes) => actions.extend(session, minutes)}
          />
        </div>
      )}
      {session !== null && (
        <div className={css.group}>
          <h2 className={css.title}>{say('chair.messages')}</h2>
          <div className={css.messages}>
            {notePresets.map((preset) => (
              <Button
                key={preset}
                onClick={() => void actions.note(session, sayTimes(`note.preset.${preset}`))}
              >
                {sayTimes(`note.preset.${preset}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
      <div className={css.group}>
        <h2 className={css.title}>{say('list.waiting')}</h2>
        {first.length === 0 && <p className={css.nothing}>{say('chair.allReviewed')}</p>}
        <ol className={css.rows}>
          {first.map((question) => (
            <li key={question.id} className={css.review} data-chair-row="review">
              <ChairQuestion question={question} />
              <Button kind="primary" onClick={() => onApprove(question)}>
                {say('do.approve')}
              </Button>
              <Button onClick={() => onDecline(question)}>{say('do.dismiss')}</Button>
            </li>
          ))}
        </ol>
        <Button onClick={onDesk}>{say('chair.desk', { count })}</Button>
      </div>
    </section>
  );
}
