import { useRef, useState } from 'react';
import { onNow } from '../../../shared/rundown/on-now.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { useServerNow, useView } from '../../connection/hooks.tsx';
import { eventPath } from '../../connection/http.ts';
import { ChipSelect } from '../../look/chip-select.tsx';
import { cityOf } from '../../look/cities.ts';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { agree, dayName } from '../../look/zones.ts';
import { programmeMessages } from '../messages/programme.en.ts';
import { byDay } from './by-day.ts';
import { NowPill } from './now-pill.tsx';
import styles from './programme.module.css';
import { SessionRow } from './session-row.tsx';
import { useStars } from './stars.ts';
import { useSessions } from './use-sessions.ts';

interface ProgrammeProps {
  onOpen: (session: string) => void;
  onAsk: (session: string) => void;
}

/** What to show of a programme beside the sessions of one room. */
const everything = '';
const starredOnly = '*';

/** The whole programme by the event's own days; what is later than announced shows both times. */
export function Programme({ onOpen, onAsk }: ProgrammeProps) {
  const say = useText(programmeMessages);
  const event = useView((view) => view.event);
  const now = useServerNow(60_000);
  const zone = useMyZone();
  const list = useRef<HTMLElement>(null);
  const ordered = useSessions();
  const { starred, toggle } = useStars(event?.slug ?? '');
  const [only, setOnly] = useState(everything);
  if (!event) return null;
  const next = onNow(ordered).next?.id ?? null;
  const here = ({ id, room }: SessionView) =>
    only === starredOnly ? starred.has(id) : only === everything || room === null || room === only;
  const days = byDay(ordered.filter(here), zone);
  const options = [
    { value: everything, label: say('programme.everything') },
    { value: starredOnly, label: say('programme.starred') },
    ...(event.rooms.length > 1 ? event.rooms.map(({ id, name }) => ({ value: id, label: name })) : []),
  ];
  return (
    <section ref={list} className={styles.programme} aria-labelledby="programme">
      <div className={styles.top}>
        <h2 id="programme" className={styles.heading}>
          {say('programme.heading')}
        </h2>
        <ChipSelect label={say('programme.show')} options={options} value={only} onChoose={setOnly} />
      </div>
      <p className={styles.zone}>
        {say(agree(now, zone, event.timezone) ? 'programme.zoneVenue' : 'programme.zone', {
          city: cityOf(zone),
        })}
      </p>
      {days.length === 0 && <p className={styles.zone}>{say('programme.noStars')}</p>}
      {days.map(({ day, mine, rows }) => (
        <div key={day} className={styles.day}>
          <h3 className={styles.dayName}>
            {mine === day
              ? dayName(day)
              : say('programme.dayHere', { mine: dayName(mine), venue: dayName(day, 'short') })}
          </h3>
          <ol className={styles.list}>
            {rows.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                event={event}
                at={now}
                next={session.id === next}
                starred={starred.has(session.id)}
                day={mine}
                onStar={toggle}
                onOpen={onOpen}
                onAsk={onAsk}
              />
            ))}
          </ol>
        </div>
      ))}
      <p className={styles.calendar}>
        <a href={`${eventPath(event.slug)}/calendar.ics`}>{say('programme.calendar')}</a>
      </p>
      <NowPill list={list} words={say('programme.toNow')} />
    </section>
  );
}
