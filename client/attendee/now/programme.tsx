import { useMemo, useState } from 'react';
import { inOrder, onNow } from '../../../shared/rundown/on-now.ts';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow, useView } from '../../connection/hooks.tsx';
import { eventPath } from '../../connection/http.ts';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { classes } from '../../look/classes.ts';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { Time } from '../../look/time.tsx';
import { inOneLine, isolated } from '../../look/written.ts';
import { clockTime, dayName } from '../../look/zones.ts';
import { type Lateness, startLateness } from '../../rundown/lateness.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import styles from './programme.module.css';
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
                <Row
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

function Row({
  session,
  event,
  at,
  next,
  onAsk,
}: {
  session: SessionView;
  event: EventView;
  at: number;
  next: boolean;
  onAsk: (session: string) => void;
}) {
  const say = useText(programmeMessages);
  const zone = useMyZone();
  const cancelled = session.status === 'cancelled';
  const onAir = session.status === 'onAir';
  const over = session.status === 'ended' || cancelled;
  const open = takesQuestions(session) && session.questions !== 'closed' && !over;
  const room = event.rooms.length > 1 && event.rooms.find(({ id }) => id === session.room)?.name;
  return (
    <li
      className={classes(styles.row, onAir && styles.onAir)}
      aria-current={onAir ? 'true' : undefined}
      data-over={over}
    >
      <When session={session} event={event} at={at} />
      <div className={styles.what}>
        <p className={styles.title} dir="auto">
          <bdi>{session.title}</bdi> {onAir && <Badge kind="onscreen">{say('programme.now')}</Badge>}
          {session.status === 'due' && <Badge kind="late">{say('programme.due')}</Badge>}
          {next && session.status === 'upcoming' && <Badge>{say('programme.next')}</Badge>}
          {session.status === 'ended' && <span className={styles.state}>{say('programme.ended')}</span>}
          {cancelled && <Badge kind="danger">{say('programme.cancelled')}</Badge>}
        </p>
        {(session.speakers.length > 0 || room) && (
          <p className={styles.who} dir="auto">
            {inOneLine([...session.speakers.map(({ name }) => name), ...(room ? [room] : [])])}
          </p>
        )}
        {session.fixed && session.status === 'upcoming' && (
          <p className={styles.who}>
            <span aria-hidden="true">⚓ </span>
            {say('programme.fixed', { time: clockTime(startOf(session), zone) })}
          </p>
        )}
        {session.parts.length > 0 && (
          <ul className={styles.parts}>
            {session.parts.map((part) => (
              <li key={part.id}>
                {clockTime(Date.parse(part.startedAt ?? part.expectedStart ?? part.plannedStart), zone)}{' '}
                <bdi>{part.title}</bdi>
              </li>
            ))}
          </ul>
        )}
      </div>
      {open && (
        <Button kind="quiet" onClick={() => onAsk(session.id)}>
          {say('programme.ask')}
          <span className="unseen"> {isolated(session.title)}</span>
        </Button>
      )}
    </li>
  );
}

/** The time to read, the planned one struck through where it no longer holds, and by how much in words. */
function When({ session, event, at }: { session: SessionView; event: EventView; at: number }) {
  const say = useText(programmeMessages);
  const zone = useMyZone();
  const cancelled = session.status === 'cancelled';
  const lateness = startLateness(session, at);
  const moved = lateness.of === 'late' && lateness.shown > Date.parse(session.plannedStart);
  return (
    <div className={styles.when}>
      {(moved || cancelled) && (
        <s className={styles.planned}>
          <span className="unseen">{say('programme.planned')} </span>
          {clockTime(Date.parse(session.plannedStart), zone)}
        </s>
      )}
      {!cancelled && (
        <span className={classes(moved && styles.expected)}>
          <Time
            at={new Date(lateness.shown).toISOString()}
            until={new Date(Math.max(endOf(session), lateness.shown)).toISOString()}
            venueZone={event.timezone}
            day={session.day}
            bare
          />
        </span>
      )}
      <LateWords lateness={lateness} session={session} />
    </div>
  );
}

function LateWords({ lateness, session }: { lateness: Lateness; session: SessionView }) {
  const say = useText(programmeMessages);
  if (lateness.of === 'onTime' || session.status === 'ended') return null;
  return (
    <Badge kind="late">
      {say(lateness.of === 'about' ? 'late.about' : 'late.minutes', { minutes: lateness.minutes })}
    </Badge>
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
