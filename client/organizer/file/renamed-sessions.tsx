import { useId } from 'react';
import type { Renamed } from '../../../shared/wire/import.ts';
import { catalogue } from '../../look/messages.ts';
import { Segmented } from '../../look/segmented.tsx';
import { isolated } from '../../look/written.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import { timeOf } from './difference-lines.ts';
import css from './import.module.css';

const say = catalogue(importMessages);

/**
 * [F62] Asks of each session that comes under another title whether it is the one that was there; for what it is taken now
 * is chosen. Nothing where nothing is to be asked.
 */
export function RenamedSessions({
  renamed,
  zone,
  onAnswer,
}: {
  renamed: readonly Renamed[];
  zone: string;
  onAnswer: (session: Renamed, same: boolean) => void;
}) {
  const titleId = useId();
  if (renamed.length === 0) return null;
  return (
    <section className={css.same} aria-labelledby={titleId}>
      <h3 id={titleId}>{say('same.heading', { count: renamed.length })}</h3>
      <p className={css.note}>{say('same.how')}</p>
      <ul className={css.asking}>
        {renamed.map((session) => (
          <li key={session.id} className={css.pair}>
            <p className={css.titles}>
              <span>
                {say('same.from', { title: session.was.title, time: timeOf(session.was.start, zone) })}
                {session.was.questions > 0 && ` · ${say('same.questions', { count: session.was.questions })}`}
              </span>
              <strong>{say('same.to', { title: session.title, time: timeOf(session.start, zone) })}</strong>
            </p>
            <Segmented
              label={say('same.label', {
                before: isolated(session.was.title),
                after: isolated(session.title),
              })}
              value={session.same ? 'yes' : 'no'}
              onChange={(value) => onAnswer(session, value === 'yes')}
              options={(['yes', 'no'] as const).map((value) => ({ value, label: say(`same.${value}`) }))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was answered so far with one answer more, as an import is told of it. */
export function withAnswer(
  before: readonly string[] = [],
  { id, was }: Renamed,
  same: boolean,
): readonly string[] {
  return [...before.filter((said) => !said.startsWith(`${id}:`)), `${id}:${same ? was.id : ''}`];
}
