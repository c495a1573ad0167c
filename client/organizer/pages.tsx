import { Fragment, useState } from 'react';
import type { EventView, SessionView } from '../../shared/views/view.ts';
import { base } from '../connection/base.ts';
import { eventPath } from '../connection/http.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { isolated } from '../look/written.ts';
import { organizerMessages } from './messages.en.ts';
import css from './organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** The event's pages, to open or to copy: [W55] each opens with the organizer's own badge. */
export function Pages({ event, sessions }: { event: EventView; sessions: readonly SessionView[] }) {
  const speakers = sessions.filter((session) => session.speakers.length > 0);
  const page = (path: string) => `${location.origin}${base}/e/${event.slug}${path}`;
  return (
    <section className={css.section} aria-labelledby="pages-title">
      <h2 id="pages-title">{say('organizer.pages')}</h2>
      <p className={css.note}>{say('organizer.pagesHow')}</p>
      <ul className={css.links}>
        <PageLink name={say('organizer.phone')} link={event.joinUrl ?? page('')} />
        <PageLink name={say('organizer.desk')} link={page('/desk')} />
        {event.rooms.map(({ id, name }) => (
          <Fragment key={id}>
            <PageLink
              name={say('organizer.stage', { room: name })}
              link={page(`/stage/${encodeURIComponent(id)}`)}
            />
            <PageLink
              name={say('organizer.lectern', { room: name })}
              link={page(`/monitor/${encodeURIComponent(id)}`)}
            />
          </Fragment>
        ))}
        <PageLink name={say('organizer.help')} link={`${location.origin}${base}/help`} />
      </ul>
      {speakers.length > 0 && (
        <details>
          <summary>{say('organizer.speakers')}</summary>
          <ul className={css.links}>
            {speakers.map(({ id, title }) => (
              <PageLink key={id} name={title} link={page(`/speaker/${encodeURIComponent(id)}`)} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** A link with its name, to open or to copy. */
function PageLink({ name, link }: { name: string; link: string }) {
  const [copied, setCopied] = useState(false);
  const shown = copied ? 'organizer.copied' : 'organizer.copy';
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Plain http has no clipboard: the address stands there to be copied by hand.
      setCopied(false);
    }
  };
  return (
    <li className={css.link}>
      <span className={css.linkName} dir="auto">
        {name}
      </span>
      <a href={link}>{link}</a>
      {'clipboard' in navigator && (
        <Button size="small" aria-label={`${say(shown)}: ${isolated(name)}`} onClick={() => void copy()}>
          {say(shown)}
        </Button>
      )}
    </li>
  );
}

/** Everything that was asked, as files. */
export function Exports({ event }: { event: EventView }) {
  const about = eventPath(event.slug);
  return (
    <section className={css.section} aria-labelledby="export-title">
      <h2 id="export-title">{say('organizer.export')}</h2>
      <p className={css.note}>{say('organizer.exportHow')}</p>
      <p className={css.files}>
        {(['xlsx', 'csv', 'json', 'md'] as const).map((format) => (
          <a key={format} href={`${about}/export/questions.${format}?as=organizer`} download>
            {say(`organizer.${format}`)}
          </a>
        ))}
        <a href={`${about}/calendar.ics`} download>
          {say('organizer.calendar')}
        </a>
      </p>
    </section>
  );
}
