import { useId } from 'react';
import type { SessionView } from '../../../shared/views/view.ts';
import { useText } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { attendeeMessages } from '../messages/attendee.en.ts';
import type { ChosenSession } from './chosen-session.ts';
import styles from './session-choice.module.css';

/** A chip that says whom a question goes to, and lets one choose another session. */
export function SessionChoice({ chosen, label }: { chosen: ChosenSession; label: string }) {
  const say = useText(attendeeMessages);
  const id = useId();
  const { session, options, choose } = chosen;
  if (!session) return null;
  const words = (option: SessionView) => {
    if (option.status === 'onAir') return say('ask.toNow', { title: option.title });
    return option.questions === 'closed'
      ? say('ask.toClosed', { title: option.title })
      : isolated(option.title);
  };
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={session.id} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {words(option)}
          </option>
        ))}
      </select>
    </span>
  );
}
