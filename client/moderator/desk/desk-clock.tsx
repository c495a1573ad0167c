import alert from 'lucide-static/icons/triangle-alert.svg';
import type { SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { clockDigits, inHours, secondsUntil } from '../../look/digits.ts';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { minutesLate } from '../../stage/clock-text.ts';
import { inQuestions } from '../../stage/room-programme.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './desk-header.module.css';

const say = catalogue(deskMessages);

/** Minutes from which late or early is worth a word; less is noise. */
const worthSaying = 2;

/** Whether questions are taken, what is left of the session, and how late it is. */
export function DeskClock({ session }: { session: SessionView }) {
  const at = useServerNow(500);
  const late = minutesLate(session.plannedEnd, session.expectedEnd);
  const end =
    session.status === 'onAir' && session.expectedEnd !== null ? Date.parse(session.expectedEnd) : null;
  const closing = session.questionsCloseAt === null ? null : Date.parse(session.questionsCloseAt);
  const qa =
    session.qaStart !== null && !inQuestions(session, at) && session.status === 'onAir'
      ? Date.parse(session.qaStart)
      : null;
  return (
    <div className={css.clock}>
      <Badge
        kind={session.questions === 'closed' ? 'neutral' : session.questions === 'lastCall' ? 'late' : 'ok'}
      >
        {/* Before its Q&A they are taken in already, and asked later. */}
        {say(
          session.questions === 'open' && qa !== null && qa > at
            ? 'qa.early.open'
            : `qa.${session.questions}`,
        )}
      </Badge>
      {end !== null && (
        <strong className={css.left} data-over={secondsUntil(end, at) < 0} role="timer">
          {say(secondsUntil(end, at) < 0 ? 'qa.over' : 'qa.left', {
            time: clockDigits(secondsUntil(end, at)),
          })}
        </strong>
      )}
      {late >= worthSaying && (
        <Badge kind="late">
          <Icon of={alert} />
          {deviation('late', late)}
        </Badge>
      )}
      {late <= -worthSaying && <span>{deviation('early', -late)}</span>}
      {closing !== null && closing > at && (
        <span>{say('qa.closesIn', { time: clockDigits(secondsUntil(closing, at)) })}</span>
      )}
      {qa !== null && qa > at && (
        <span className={css.qaIn}>{say('qa.startsIn', { time: clockDigits(secondsUntil(qa, at)) })}</span>
      )}
    </div>
  );
}

/** How far a session is off its plan, in words; hours where minutes are many. */
function deviation(side: 'late' | 'early', minutes: number): string {
  const long = inHours(minutes * 60);
  return long ? say(`qa.${side}Hours`, long) : say(`qa.${side}`, { minutes });
}
