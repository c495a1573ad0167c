import type { QuestionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { classes } from '../../look/classes.ts';
import { clockDigits } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { typedLength } from '../../questions/typed-length.ts';
import { comfortableUnits } from '../../stage/fit.ts';
import { isReason } from '../actions/reasons.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './question-row.module.css';
import type { RowProps } from './row-props.ts';

const say = catalogue(deskMessages);

/** Who, from where, how long ago, and what else matters of a row: what could go wrong first. */
export function RowFacts(props: RowProps) {
  const { question, list, zone, age } = props;
  const asker = whoAsked(question);
  return (
    <p className={css.facts}>
      {/* First of all, since buttons take the end of the line: two who act on one row undo each other. */}
      {props.colleagues !== null && <Badge kind="accent">{props.colleagues}</Badge>}
      {props.onScreen && <Badge kind="onscreen">{say('row.onScreen')}</Badge>}
      {question.upNext !== null && (
        <Badge kind="upnext">{say('row.upNext', { place: question.upNext })}</Badge>
      )}
      {question.prepared === true ? (
        <Badge kind="accent">{say('row.prepared')}</Badge>
      ) : (
        <Badge kind={question.attendance === 'remote' ? 'remote' : 'room'}>
          {question.attendance === 'remote' ? say('row.remote') : say('row.room')}
        </Badge>
      )}
      {asker !== null && <span className={classes(css.why, css.asker)}>{asker}</span>}
      <span className={css.age}>
        {list === 'answered' && question.answeredAt !== null
          ? say('row.answeredAt', { time: clockTime(Date.parse(question.answeredAt), zone) })
          : ageText(age)}
      </span>
      <Marks {...props} />
      {list === 'notTaken' && <span className={css.why}>{whyText(question)}</span>}
      {list === 'kept' && question.keptFor && !isForSilence(question) && (
        <span className={css.why}>
          {props.keptTitle === null
            ? say(`row.kept.${question.keptFor.for}`)
            : say('row.kept.for', { title: props.keptTitle })}
        </span>
      )}
      {props.originTitle !== null && (
        <span className={css.why}>{say('row.origin', { title: props.originTitle })}</span>
      )}
      <Handled {...props} />
      {props.sessionTitle !== null && <span className={css.why}>{props.sessionTitle}</span>}
    </p>
  );
}

/** What is special of a row now: reports, marked words. */
function Marks({ question, newcomersWait }: RowProps) {
  return (
    <>
      {(question.reports ?? 0) > 0 && (
        <Badge kind="late">{say('row.reports', { count: question.reports ?? 0 })}</Badge>
      )}
      {question.hint != null && <Badge kind="late">{say(`row.hint.${question.hint}`)}</Badge>}
      {question.banned === true && <Badge kind="late">{say('row.banned')}</Badge>}
      {newcomersWait && question.newcomer === true && <Badge>{say('row.newcomer')}</Badge>}
    </>
  );
}

/** What was made of a question: its time on screen, what was merged into it, labels, a reply, words for the screen. */
function Handled({ question, list, merged }: RowProps) {
  const units = typedLength(question.text ?? '');
  return (
    <>
      {question.screened != null && list !== 'answered' && (
        <span>{say('row.screened', { time: clockDigits(question.screened.seconds) })}</span>
      )}
      {merged > 0 && <span>{say('row.merged', { count: merged })}</span>}
      {question.labels.map((label) => (
        <span key={label} className={css.label}>
          {label}
        </span>
      ))}
      {question.reply !== null && <span>{say('row.replied')}</span>}
      {question.texts?.screen != null && <span>{say('row.edited')}</span>}
      {units > comfortableUnits && list !== 'notTaken' && <span className={css.long}>{say('row.long')}</span>}
    </>
  );
}

/** Who asked; of what was prepared only a name, since nobody has asked it. */
function whoAsked({ by, asker, author, prepared }: QuestionView): string | null {
  if (by === null && asker === null) return say('row.spoken');
  return author?.name ?? (prepared === true ? null : say('row.anonymous'));
}

/** Whether it was prepared and saved for nothing else since. */
function isForSilence({ prepared, keptFor }: QuestionView): boolean {
  return prepared === true && keptFor?.for === 'written';
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
