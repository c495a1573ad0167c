import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { EventList } from '../../shared/wire/http.ts';
import { base } from '../connection/base.ts';
import { Button } from '../look/button.tsx';
import { cityOf } from '../look/cities.ts';
import { Loading } from '../look/loading.tsx';
import { useText } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { dayIn, dayName } from '../look/zones.ts';
import { attendeePath, bareCode, inOrder } from './events.ts';
import { startMessages } from './messages.en.ts';
import styles from './start.module.css';
import { useEvents } from './use-events.ts';

/** The first page: the events of this server, or straight to the only one. */
export function StartPage() {
  const say = useText(startMessages);
  const [events, again] = useEvents();
  const [, go] = useLocation();
  usePageTitle(say('start.events'), say('start.title'));
  const [openedAt] = useState(() => Date.now());
  const only = events?.ok && events.value.length === 1 ? events.value[0] : undefined;
  useEffect(() => {
    if (only) go(attendeePath(only.slug), { replace: true });
  }, [only, go]);
  if (events === null || only) return <Loading />;
  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <img src={`${base}/icon.svg`} alt="" width="40" height="40" />
        <h1 className={styles.title}>{say('start.title')}</h1>
      </header>
      <p className={styles.lead}>{say('start.what')}</p>
      {events.ok ? <Events events={inOrder(events.value, openedAt)} /> : <Unreachable again={again} />}
    </main>
  );
}

function Events({ events }: { events: EventList }) {
  const say = useText(startMessages);
  if (events.length === 0) {
    return (
      <>
        <h2 className={styles.subtitle}>{say('start.none')}</h2>
        <p>{say('start.noneHelp')}</p>
        <CodeForm />
      </>
    );
  }
  return (
    <>
      <CodeForm />
      <h2 className={styles.subtitle}>{say('start.events')}</h2>
      <ul className={styles.events}>
        {events.map((event) => (
          <li key={event.slug}>
            <a className={styles.event} href={base + attendeePath(event.slug)}>
              <strong dir="auto">{event.title}</strong>
              <span className={styles.meta}>
                {dayName(dayIn(Date.parse(event.startsAt), event.timezone))}{' '}
                {dayIn(Date.parse(event.startsAt), event.timezone).slice(0, 4)} · {cityOf(event.timezone)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A code opens what the server knows under it: an event that is listed or not, or somebody's link. */
function CodeForm() {
  const say = useText(startMessages);
  const [code, setCode] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const bare = bareCode(code);
    if (bare !== '') location.assign(`${base}/j/${encodeURIComponent(bare)}`);
  };
  return (
    <form className={styles.code} onSubmit={submit}>
      <label htmlFor="code">{say('start.codeLabel')}</label>
      <div className={styles.codeRow}>
        <input
          dir="auto"
          id="code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
        />
        <Button type="submit" kind="primary">
          {say('start.codeGo')}
        </Button>
      </div>
    </form>
  );
}

/** The server did not answer: nothing is lost, and one button tries again. */
function Unreachable({ again }: { again: () => void }) {
  const say = useText(startMessages);
  return (
    <>
      <p role="alert">{say('start.unreachable')}</p>
      <p>
        <Button kind="primary" onClick={again}>
          {say('start.again')}
        </Button>
      </p>
    </>
  );
}
