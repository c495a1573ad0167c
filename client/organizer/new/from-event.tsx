import { useEffect, useEffectEvent, useState } from 'react';
import type { EventList } from '../../../shared/wire/http.ts';
import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { useEvents } from '../../connection/use-events.ts';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { importMessages } from '../messages/import-messages.en.ts';
import { MakeButton } from './make-button.tsx';
import css from './new-event.module.css';

const say = catalogue(importMessages);

/** Another event of this server, made again on other days. */
export function FromEvent(props: {
  day: string;
  onDay: (day: string) => void;
  /** Told which event is copied. */
  onSource: (event: EventList[number]) => void;
  make: (copyOf: string) => Promise<SpokenRefusal | null>;
}) {
  const { day, onDay, onSource, make } = props;
  const [listed] = useEvents();
  const events = listed?.ok ? listed.value : [];
  const [chosen, setChosen] = useState('');
  const source = events.find(({ slug }) => slug === chosen) ?? events[0];
  const copyOf = source?.slug ?? '';
  const tell = useEffectEvent(onSource);
  useEffect(() => {
    if (source) tell(source);
  }, [source]);
  return (
    <div className={css.fromDay}>
      <p className={css.note}>{say('new.copyHow')}</p>
      <label>
        {say('new.copyOf')}
        <select value={copyOf} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          {events.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {isolated(title)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('new.day')}
        <input
          type="date"
          value={day}
          required
          onChange={({ currentTarget }) => onDay(currentTarget.value)}
        />
      </label>
      <MakeButton ready={copyOf !== '' && day !== ''} make={() => make(copyOf)} />
    </div>
  );
}
