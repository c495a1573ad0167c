import type { ReactNode } from 'react';
import type { EventView, SessionView, SpeakerView } from '../../shared/views/view.ts';
import { logoPath } from '../connection/http.ts';
import { clockDigits, secondsUntil } from '../look/digits.ts';
import { EventLogo } from '../look/event-logo.tsx';
import { catalogue } from '../look/messages.ts';
import { Qr } from '../look/qr.tsx';
import { clockTime, dayIn, dayNameInYear } from '../look/zones.ts';
import { minutesLate, minutesOverdue, remaining, worthSaying } from './clock-text.ts';
import { qrText, typedAddress } from './join-address.ts';
import { stageMessages } from './messages.en.ts';
import type { Countdown } from './scene.ts';
import css from './stage.module.css';

const say = catalogue(stageMessages);

/** Where to type which code, in one line or, where they are to be read from the last row, in two. */
export function JoinCode({ event, large = false }: { event: EventView; large?: boolean }) {
  const address = typedAddress(event.joinUrl);
  return (
    <div className={css.join} data-large={large}>
      {address !== null && <div className={css.address}>{address}</div>}
      <div className={css.code}>{event.code}</div>
    </div>
  );
}

/**
 * The QR code of the link that brings people in, as large as a phone reads it from some rows away: a quarter of the
 * height, a third or half of it; nothing where they could not reach this server.
 */
export function JoinQr({
  event,
  size = 'quarter',
}: {
  event: EventView;
  size?: 'quarter' | 'third' | 'half';
}) {
  if (event.joinUrl === null) return null;
  return (
    <div className={css.qr} data-size={size}>
      <Qr text={qrText(event.joinUrl)} label={say('stage.qr')} />
    </div>
  );
}

/** What the QR code and the words below it are for; nothing where people could not reach this server. */
export function ScanHint({ event }: { event: EventView }) {
  return typedAddress(event.joinUrl) === null ? null : <div className={css.hint}>{say('stage.scan')}</div>;
}

/** Whether an event has a logo of its own. */
export function hasLogo(event: EventView): boolean {
  return event.policy.look?.logo != null;
}

/** The event's logo in a corner; nothing where it has none. */
export function Logo({ event }: { event: EventView }) {
  const src = logoPath(event.slug, event.policy.look?.logo);
  return src === null ? null : <EventLogo src={src} className={css.logo} />;
}

/** The line at the top of most scenes: what this is about, and what stands beside it. */
export function TopLine({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={css.top}>
      <span className={css.topTitle} dir="auto">
        {title}
      </span>
      <span className={css.topAside}>{children}</span>
    </div>
  );
}

/**
 * The bar below most scenes: how to come in, and on the other side what the scene wants there. It is `tall` where the
 * scene leaves room for a QR code.
 */
export function BottomBar(props: { event: EventView; tall?: boolean; children?: ReactNode }) {
  const { event, tall = false, children } = props;
  return (
    <div className={css.bottom} data-tall={tall}>
      {tall && <JoinQr event={event} />}
      <JoinCode event={event} large={tall} />
      {children !== undefined && <div className={css.aside}>{children}</div>}
    </div>
  );
}

/** From how far off something is said by its day and not by what is left, in seconds. */
const farS = 24 * 60 * 60;

function farDay(start: number, at: number, { timezone }: EventView): string {
  return dayNameInYear(dayIn(start, timezone), at);
}

/** What is left of something, with what it is, or the day of what is far off; nothing once it is over: a room is never told off. */
export function TimeLeft({
  countdown,
  at,
  event,
}: {
  countdown: Countdown | null;
  at: number;
  event: EventView;
}) {
  if (countdown === null) return null;
  const over = secondsUntil(countdown.to, at) <= 0;
  if (over && countdown.of !== 'start') return null;
  if (over) return <div className={css.nextTitle}>{say('stage.startsSoon')}</div>;
  if (countdown.of === 'start' && secondsUntil(countdown.to, at) > farS)
    return <div className={css.nextTitle}>{farDay(countdown.to, at, event)}</div>;
  return (
    <div className={css.left}>
      <span className={css.label}>{say(`stage.left.${countdown.of}`)}</span>
      <span className={css.digits}>
        <Digits countdown={countdown} at={at} />
      </span>
    </div>
  );
}

/**
 * Minutes until the last one, then minutes and seconds (`exact`: these from an hour on); past the end of something, minutes
 * and seconds since then.
 */
export function Digits({
  countdown,
  at,
  exact = false,
}: {
  countdown: Countdown;
  at: number;
  exact?: boolean;
}) {
  const left = remaining(countdown.to, at, exact);
  switch (left.of) {
    case 'hours':
      return say('stage.hours', { hours: left.hours, minutes: left.minutes });
    case 'minutes':
      return say('stage.minutes', { minutes: left.minutes });
    case 'seconds':
      return left.text;
    case 'over':
      return countdown.of === 'start'
        ? say('stage.startsSoon')
        : `+${clockDigits(secondsUntil(countdown.to, at))}`;
  }
}

/** The session that comes next, with the time it is expected at; one whose time has gone by says by how much it is late. */
export function NextUp({ event, next, at }: { event: EventView; next: SessionView | null; at: number }) {
  if (next === null) return null;
  const overdue = minutesOverdue(next, at);
  const start = next.expectedStart ?? next.plannedStart;
  const moved = minutesLate(next.plannedStart, next.expectedStart) >= worthSaying;
  return (
    <div>
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
    </div>
  );
}

/** Most people that a stage names, and how many stand one a line. */
const mostPeople = { named: 8, inOneColumn: 5 };

/** Who speaks, one a line, and a word where somebody is not in the room; a few with their affiliations. */
export function People({ speakers }: { speakers: readonly SpeakerView[] }) {
  if (speakers.length === 0) return null;
  const named = speakers.length > mostPeople.named ? speakers.slice(0, mostPeople.named - 1) : speakers;
  const few = speakers.length <= mostPeople.inOneColumn;
  return (
    <ul className={css.people} data-many={!few}>
      {named.map((speaker) => (
        <li key={speaker.id} dir="auto">
          {speaker.name}
          {few && speaker.affiliation !== null && (
            <bdi className={css.affiliation}>{speaker.affiliation}</bdi>
          )}
          {speaker.remote && <span className={css.remote}>{say('stage.remoteSpeaker')}</span>}
        </li>
      ))}
      {named.length < speakers.length && (
        <li>{say('stage.morePeople', { count: speakers.length - named.length })}</li>
      )}
    </ul>
  );
}

/** A time of day where the event is, `14:05`. */
export function timeIn(event: EventView, instant: string | number): string {
  return clockTime(typeof instant === 'number' ? instant : Date.parse(instant), event.timezone);
}
