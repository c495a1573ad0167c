import { useMemo, useState } from 'react';
import { inOrder, onNow } from '../../../shared/rundown/on-now.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { useServerNow, useView } from '../../connection/hooks.tsx';
import { eventPath } from '../../connection/http.ts';
import { useText } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { dayName } from '../../look/zones.ts';
import { endOf } from '../../rundown/on-now.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import styles from './programme.module.css';
import { SessionRow } from './session-row.tsx';
import { ZoneChoice } from './zone-choice.tsx';

/** The whole programme by the event's own days; what is later than announced shows both times. */
export function Programme({ onAsk }: { onAsk: (session: string) => void }) {
  const say = useText(programmeMessages);
  const sessions = useView((view) => view.sessions);
  const event = useView((view) => view.event);
  const now = useServerNow(60_000);
  const ordered = useMemo(() => inOrder(Object.values(sessions ?? {}), null), [sessions]);
  const days = useMemo(() => byDay(ordered), [ordered]);
  const [chosenDay, setDay] = useState<string | null>(null);
  const [room, setRoom] = useState('');
  if (!event) return null;
  const day = chosenDay ?? dayAt(days, now);
  const next = onNow(ordered).next?.id ?? null;
  const here = (session: SessionView) => room === '' || session.room === null || session.room === room;
  return (
    <section className={styles.programme} aria-labelledby="programme">
      <h2 id="programme" className={styles.heading}>
        {say('programme.heading')}
      </h2>
      <ZoneChoice venueZone={event.timezone} at={now} />
      {(days.length > 1 || event.rooms.length > 1) && (
        <div className={styles.filters}>
          {days.length > 1 && (
            <Choice
              label={say('programme.day')}
              value={day}
              options={days.map(([name]) => [name, dayName(name)])}
              onChoose={setDay}
            />
          )}
          {event.rooms.length > 1 && (
            <Choice
              label={say('programme.room')}
              value={room}
              options={[
                ['', say('programme.allRooms')],
                ...event.rooms.map(({ id, name }): Option => [id, name]),
              ]}
              onChoose={setRoom}
            />
          )}
        </div>
      )}
      {days
        .filter(([name]) => name === day)
        .map(([name, rows]) => (
          <div key={name} className={styles.day}>
            <h3 className={styles.dayName}>{dayName(name)}</h3>
            <ol className={styles.list}>
              {rows.filter(here).map((session) => (
                <SessionRow
                  key={session.id}
                  session={session}
                  event={event}
                  at={now}
                  next={session.id === next}
                  onAsk={onAsk}
                />
              ))}
            </ol>
          </div>
        ))}
      <p className={styles.calendar}>
        <a href={`${eventPath(event.slug)}/calendar.ics`}>{say('programme.calendar')}</a>
      </p>
    </section>
  );
}

type Option = [value: string, label: string];

function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  onChoose: (value: string) => void;
}) {
  return (
    <label className={styles.filter}>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChoose(event.currentTarget.value)}>
        {props.options.map(([value, label]) => (
          <option key={value} value={value}>
            {isolated(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The event's day that an instant falls on; before it the first, afterwards the last. */
function dayAt(days: readonly [string, SessionView[]][], at: number): string {
  const running = days.find(([, rows]) => rows.some((session) => endOf(session) > at));
  return (running ?? days.at(-1))?.[0] ?? '';
}

function byDay(sessions: readonly SessionView[]): [string, SessionView[]][] {
  const days = new Map<string, SessionView[]>();
  for (const session of sessions) days.set(session.day, [...(days.get(session.day) ?? []), session]);
  return [...days].sort(([one], [other]) => one.localeCompare(other));
}
