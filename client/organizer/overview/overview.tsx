import { useState } from 'react';
import type { EventView, View } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { cityOf } from '../../look/cities.ts';
import { catalogue } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { clockTime, dayName, dayNameInYear } from '../../look/zones.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import { CloseEvent } from '../settings/close-event.tsx';
import { Checklist } from './checklist.tsx';
import { Closed } from './closed.tsx';
import { JoinCode } from './join-code.tsx';
import { NowLine } from './now-line.tsx';
import css from './overview.module.css';

const say = catalogue(organizerMessages);

/** What an organizer sees first: which event it is and its code, what is still to be done, what runs now. */
export function Overview({ view, event }: { view: View; event: EventView }) {
  const [code, setCode] = useState(false);
  const now = useServerNow(60_000);
  return (
    <>
      <header className={css.head}>
        <h1 className={css.title} dir="auto">
          {event.title}
        </h1>
        <div className={css.facts}>
          <p>{whenAndWhere(event, now)}</p>
          <JoinCode event={event} open={code} onOpen={setCode} />
        </div>
      </header>
      {event.closed ? (
        <>
          <Closed event={event} />
          <CloseEvent closed />
        </>
      ) : (
        <>
          <Checklist view={view} event={event} onCode={() => setCode(true)} />
          <NowLine view={view} event={event} />
        </>
      )}
    </>
  );
}

/** `Sunday 26 April, 08:00–14:10, Rio de Janeiro. Times are those of São Paulo.` */
function whenAndWhere({ days, startsAt, endsAt, timezone, venue }: EventView, now: number): string {
  const [first = '', ...more] = days;
  const last = more.at(-1);
  const time = (instant: string) => clockTime(Date.parse(instant), timezone);
  const when = last
    ? `${dayName(first)} – ${dayNameInYear(last, now)}`
    : `${dayNameInYear(first, now)}, ${time(startsAt)}–${time(endsAt)}`;
  return say('overview.facts', {
    what: inOneLine(venue === null ? [when] : [when, venue]),
    zone: cityOf(timezone),
  });
}
