import { useState } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, type DraftSession, wantsQa } from './draft.ts';
import { MinutesField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** What is offered at first: the usual Q&A of a talk, in minutes. */
const usual = 5;

/**
 * One number for the Q&A of all talks and panels that have none, as files of other programs leave it; nothing where most
 * have theirs. What is `over` keeps what it had.
 */
export function QaForAll(props: {
  draft: Draft;
  over: (session: DraftSession) => boolean;
  onEdit: (edit: (draft: Draft) => Draft) => void;
}) {
  const { draft, over, onEdit } = props;
  const [minutes, setMinutes] = useState<number | undefined>(usual);
  const talks = draft.sessions.filter(
    (session) => wantsQa(session.kind) && session.cancelled !== true && !over(session),
  );
  const without = new Set(talks.filter(({ qa = 0 }) => qa === 0));
  if (without.size === 0 || without.size * 2 < talks.length) return null;
  /** As far as a talk is long enough. */
  const withQa = (qa: number) => (session: DraftSession) =>
    without.has(session) ? { ...session, qa: Math.min(qa, session.minutes) } : session;
  return (
    <form
      className={css.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (minutes) onEdit((before) => ({ ...before, sessions: before.sessions.map(withQa(minutes)) }));
      }}
    >
      <p className={css.qaHow}>{say('qaForAll.how', { count: without.size })}</p>
      <MinutesField required label={say('qaForAll.minutes')} value={minutes} onChange={setMinutes} />
      <Button type="submit">{say('qaForAll.set')}</Button>
    </form>
  );
}
