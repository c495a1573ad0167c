import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type DraftSession, lengthUntil, type SessionEdit, spanOf } from './draft.ts';
import { CalendarField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** When a session is, from when to when. Another start keeps its length; another end changes it. */
export function SpanFields(props: {
  session: DraftSession;
  zone: string;
  onEdit: (edit: SessionEdit) => void;
}) {
  const { session, zone, onEdit } = props;
  const { day, from, to } = spanOf(session, zone);
  return (
    <div className={css.span}>
      <CalendarField
        label={say('edit.day')}
        type="date"
        value={day}
        onChange={(date) => onEdit({ start: `${date} ${from}` })}
      />
      <CalendarField
        label={say('edit.from')}
        type="time"
        value={from}
        onChange={(time) => onEdit({ start: `${day} ${time}` })}
      />
      <CalendarField
        label={say('edit.to')}
        type="time"
        value={to}
        onChange={(time) => time !== from && onEdit({ minutes: lengthUntil(session, time, zone) })}
      />
      <span className={css.besideField}>{say('edit.length', { minutes: session.minutes })}</span>
    </div>
  );
}
