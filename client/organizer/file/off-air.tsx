import { useId } from 'react';
import type { OffAir as Session } from '../../../shared/wire/refusals.ts';
import { catalogue } from '../../look/messages.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import css from './import.module.css';

const say = catalogue(importMessages);

/**
 * Asks for the organizer's own yes to taking sessions off the air, each with what it leaves behind; nothing where none
 * would go.
 */
export function OffAir({
  sessions,
  agreed,
  onAgree,
}: {
  sessions: readonly Session[];
  agreed: boolean;
  onAgree: (agreed: boolean) => void;
}) {
  const titleId = useId();
  if (sessions.length === 0) return null;
  const count = sessions.length;
  return (
    <section className={css.offAir} aria-labelledby={titleId}>
      <h3 id={titleId}>{say('offAir.heading', { count })}</h3>
      <ul className={css.lines}>
        {sessions.map(({ id, title, questions = 0, displays = 0, links = 0 }) => (
          <li key={id}>
            <bdi>{title}</bdi>
            {`: ${say('offAir.left', { questions, displays, links })}`}
          </li>
        ))}
      </ul>
      <label className={css.agree}>
        <input
          type="checkbox"
          checked={agreed}
          onChange={({ currentTarget }) => onAgree(currentTarget.checked)}
        />
        {say('offAir.agree', { count })}
      </label>
    </section>
  );
}

/** The ids of the sessions that may go, once that was agreed to; undefined where nothing is on air. */
export function agreedIds(sessions: readonly Session[], agreed: boolean): string[] | undefined {
  return sessions.length > 0 && agreed ? sessions.map(({ id }) => id) : undefined;
}
