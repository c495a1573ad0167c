import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type DraftSession, lengthUntil, type SessionEdit, spanOf } from './draft.ts';
import { DayField, TimeField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** When a session is, from when to when. Another start keeps its length, where it has one; another end changes it. */
export function SpanFields(props: {
  session: DraftSession;
  zone: string;
  /** The element that says what is wrong with its end. */
  wrong: string | undefined;
  onEdit: (edit: SessionEdit) => void;
}) {
  const { session, zone, wrong, onEdit } = props;
  const { day, from, to } = spanOf(session, zone);
  const isSpan = session.minutes > 0;
  const begin = (start: string) =>
    onEdit(isSpan ? { start } : { start, minutes: lengthUntil({ start }, to, zone) });
  return (
    <div className={css.span}>
      <DayField label={say('edit.day')} value={day} onChange={(date) => begin(`${date} ${from}`)} />
      <TimeField label={say('edit.from')} value={from} onChange={(time) => begin(`${day} ${time}`)} />
      <TimeField
        label={say('edit.to')}
        value={to}
        wrong={wrong}
        onChange={(time) => onEdit({ minutes: lengthUntil(session, time, zone) })}
      />
      {isSpan && <span className={css.besideField}>{say('edit.length', { minutes: session.minutes })}</span>}
    </div>
  );
}
