import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { EventList } from '../../shared/wire/http.ts';
import { base } from '../connection/base.ts';
import { useEvents } from '../connection/use-events.ts';
import { Button } from '../look/button.tsx';
import { Loading } from '../look/loading.tsx';
import { useText } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { useMakesEvents } from '../people/use-makes-events.ts';
import { CodeForm } from './code-form.tsx';
import { EventLinks } from './event-links.tsx';
import { attendeePath, inOrder, isPast } from './events.ts';
import { startMessages } from './messages.en.ts';
import styles from './start.module.css';

/** The first page: a code to come in by, the events of this server, or straight to the only one. */
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
        <img src={`${base}/icon.svg`} alt="" width="32" height="32" />
        <h1 className={styles.title}>{say('start.title')}</h1>
        <NewEventLink />
      </header>
      <p className={styles.lead}>{say('start.what')}</p>
      {events.ok ? (
        <>
          <CodeForm />
          <Events events={inOrder(events.value, openedAt)} now={openedAt} />
        </>
      ) : (
        <Unreachable again={again} />
      )}
    </main>
  );
}

function Events({ events, now }: { events: EventList; now: number }) {
  const say = useText(startMessages);
  const past = events.filter((event) => isPast(event, now));
  const coming = events.filter((event) => !isPast(event, now));
  return (
    <>
      <section className={styles.part} aria-labelledby="events">
        <h2 id="events" className={styles.subtitle}>
          {say('start.events')}
        </h2>
        {events.length === 0 && (
          <>
            <p>{say('start.none')}</p>
            <p className={styles.lead}>{say('start.noneHelp')}</p>
          </>
        )}
        {events.length > 0 && coming.length === 0 && <p className={styles.lead}>{say('start.noneAhead')}</p>}
        <EventLinks events={coming} now={now} />
      </section>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>{say('start.past', { count: past.length })}</summary>
          <EventLinks events={past} now={now} />
        </details>
      )}
    </>
  );
}

/** The door to a new event, for whoever may make one. */
function NewEventLink() {
  const say = useText(startMessages);
  if (!useMakesEvents()) return null;
  return (
    <a className={styles.door} href={`${base}/new`}>
      {say('start.newEvent')}
    </a>
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
