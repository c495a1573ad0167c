import { useState } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { programmeMessages } from '../messages/programme-messages.en.ts';
import { type Draft, type DraftSession, edited } from './draft.ts';
import { MinutesField } from './fields.tsx';
import css from './programme-page.module.css';

const say = catalogue(programmeMessages);

/** What is offered at first: the usual Q&A of a talk, in minutes. */
const usual = 5;

/**
 * One number for the Q&A of all talks and panels that have none, as files of other programs leave it; nothing where most
 * have theirs.
 */
export function QaForAll({
  draft,
  onEdit,
}: {
  draft: Draft;
  onEdit: (edit: (draft: Draft) => Draft) => void;
}) {
  const [minutes, setMinutes] = useState<number | undefined>(usual);
  const talks = draft.sessions.filter(isTalk);
  const without = talks.filter(({ qa = 0 }) => qa === 0).length;
  if (without === 0 || without * 2 < talks.length) return null;
  return (
    <form
      className={css.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (minutes) onEdit((before) => withQa(before, minutes));
      }}
    >
      <p className={css.qaHow}>{say('qaForAll.how', { count: without })}</p>
      <MinutesField required label={say('qaForAll.minutes')} value={minutes} onChange={setMinutes} />
      <Button type="submit">{say('qaForAll.set')}</Button>
    </form>
  );
}

function isTalk({ kind, cancelled = false }: DraftSession): boolean {
  return !cancelled && (kind === 'talk' || kind === 'panel');
}

/** A draft in which every talk without Q&A ends in some minutes of it, as far as it is long enough. */
function withQa(draft: Draft, minutes: number): Draft {
  return draft.sessions.reduce(
    (before, session, index) =>
      isTalk(session) && (session.qa ?? 0) === 0
        ? edited(before, index, { qa: Math.min(minutes, session.minutes) }, 'none')
        : before,
    draft,
  );
}
