import type { ReactNode } from 'react';
import type { EventView, SessionView, SpeakerView } from '../../shared/views/view.ts';
import { secondsUntil } from '../look/digits.ts';
import { catalogue } from '../look/messages.ts';
import { Qr } from '../look/qr.tsx';
import { clockTime } from '../look/zones.ts';
import { minutesLate, minutesOverdue, remaining, worthSaying } from './clock-text.ts';
import { qrText, spacedCode, typedAddress } from './join-address.ts';
import { stageMessages } from './messages.en.ts';
import type { Countdown } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** The code that brings people in, with the address to type it at where there is one. */
export function JoinCode({ event, huge = false }: { event: EventView; huge?: boolean }) {
  const address = typedAddress(event.joinUrl);
  return (
    <div className={css.join}>
      {address !== null && <div className={css.address}>{address}</div>}
      <div className={huge ? css.hugeCode : css.code} data-long={event.code.length > 4}>
        {spacedCode(event.code)}
      </div>
    </div>
  );
}

/** Where to type which code, small: in one line, or in two beside a QR code. */
export function Address({ event, lines = false }: { event: EventView; lines?: boolean }) {
  const address = typedAddress(event.joinUrl);
  return (
    <span className={css.place} data-lines={lines}>
      {address !== null && <span>{address}</span>}
      <b>{spacedCode(event.code)}</b>
    </span>
  );
}

/** The QR code of the link that brings people in; nothing where they could not reach this server. */
export function JoinQr({ event, size = 'bar' }: { event: EventView; size?: 'bar' | 'huge' | 'less' }) {
  if (event.joinUrl === null) return null;
  return (
    <div className={size === 'bar' ? css.qr : css.hugeQr} data-size={size}>
      <Qr text={qrText(event.joinUrl)} label={say('stage.qr')} />
    </div>
  );
}

/** The bar below most scenes: how to ask, and on the other side what the scene wants there. */
export function BottomBar({ event, children }: { event: EventView; children?: ReactNode }) {
  return (
    <div className={css.bottom}>
      <JoinQr event={event} />
      <JoinCode event={event} />
      {children !== undefined && <div className={css.aside}>{children}</div>}
    </div>
  );
}

/** What is left of something, with what it is; nothing once it is over: a room is never told off. */
export function TimeLeft({ countdown, at }: { countdown: Countdown | null; at: number }) {
  if (countdown === null) return null;
  const over = secondsUntil(countdown.to, at) <= 0;
  if (over && countdown.of !== 'start') return null;
  if (over) return <div className={css.heading}>{say('stage.startsSoon')}</div>;
  const label = {
    questions: say('stage.questions'),
    session: say('stage.left'),
    start: say('stage.startsIn'),
  }[countdown.of];
  return (
    <>
      <div className={css.label}>{label}</div>
      <div className={css.digits}>
        <Digits to={countdown.to} at={at} />
      </div>
    </>
  );
}

/** Minutes until the last one, then minutes and seconds; past the end, by how much it is over. */
export function Digits({ to, at }: { to: number; at: number }) {
  const left = remaining(to, at);
  switch (left.of) {
    case 'hours':
      return say('stage.hours', { hours: left.hours, minutes: left.minutes });
    case 'minutes':
      return say('stage.minutes', { minutes: left.minutes });
    case 'seconds':
      return left.text;
    case 'over':
      return left.minutes === 0 ? say('stage.timeIsUp') : say('stage.over', { minutes: left.minutes });
  }
}

/** The session that comes next, with the time it is expected at; one whose time has gone by says by how much it is late. */
export function NextUp({ event, next, at }: { event: EventView; next: SessionView | null; at: number }) {
  if (next === null) return null;
  const overdue = minutesOverdue(next, at);
  const start = next.expectedStart ?? next.plannedStart;
  const moved = minutesLate(next.plannedStart, next.expectedStart) >= worthSaying;
  return (
    <>
      <div className={css.label}>
        {overdue >= worthSaying
          ? say('stage.nextLate', { minutes: overdue, planned: timeIn(event, next.plannedStart) })
          : moved
            ? say('stage.nextAtPlanned', {
                time: timeIn(event, start),
                planned: timeIn(event, next.plannedStart),
              })
            : say('stage.nextAt', { time: timeIn(event, start) })}
      </div>
      <div className={css.nextTitle} dir="auto">
        {next.title}
      </div>
    </>
  );
}

/** Most people that a stage names. */
const mostPeople = 8;

/** Who speaks, and a word where somebody is not in the room; a few with their affiliations, many by their names only. */
export function People({ speakers }: { speakers: readonly SpeakerView[] }) {
  if (speakers.length === 0) return null;
  const named = speakers.length > mostPeople ? speakers.slice(0, mostPeople - 1) : speakers;
  const few = speakers.length <= 4;
  return (
    <div className={css.people} data-many={speakers.length > 3}>
      {named.map((speaker) => (
        <div key={speaker.id} dir="auto">
          {speaker.name}
          {few && speaker.affiliation !== null && (
            <span className={css.affiliation}>
              {' '}
              · <bdi>{speaker.affiliation}</bdi>
            </span>
          )}
          {speaker.remote && <span className={css.affiliation}> · {say('stage.remoteSpeaker')}</span>}
        </div>
      ))}
      {named.length < speakers.length && (
        <div>{say('stage.morePeople', { count: speakers.length - named.length })}</div>
      )}
    </div>
  );
}

/** A time of day where the event is, `14:05`. */
export function timeIn(event: EventView, instant: string | number): string {
  return clockTime(typeof instant === 'number' ? instant : Date.parse(instant), event.timezone);
}
