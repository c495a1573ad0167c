import { useMemo } from 'react';
import type { EventView, InviteView, SessionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { cityOf } from '../../look/cities.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime, dayIn, dayName } from '../../look/zones.ts';
import { CopyLink } from '../../people/copy-link.tsx';
import { useLinkFor } from '../../people/use-link-for.ts';
import { pageAt } from '../frame/links.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './people-page.module.css';
import { type SpeakerLink, speakerLinks } from './speaker-links.ts';

const say = catalogue(organizerMessages);

/** Everybody who speaks, one line a person: whether they have a link, and their mail to copy. */
export function Speakers(props: {
  event: EventView;
  sessions: readonly SessionView[];
  invites: readonly InviteView[];
}) {
  const { event, sessions, invites } = props;
  const links = useMemo(() => speakerLinks(sessions, invites), [sessions, invites]);
  const linked = links.filter(({ link }) => link !== null).length;
  if (links.length === 0) return null;
  return (
    <Part
      title={say('speakers.heading')}
      note={say('speakers.how')}
      aside={<span className={css.count}>{say('check.linked', { linked, all: links.length })}</span>}
    >
      <ul className={css.lines}>
        {links.map((each) => (
          <Speaker key={`${each.session.id} ${each.name}`} event={event} {...each} />
        ))}
      </ul>
    </Part>
  );
}

function Speaker({ event, session, name, link }: SpeakerLink & { event: EventView }) {
  const get = useLinkFor(event.slug, 'organizer', { role: 'speaker', session: session.id, name });
  const start = Date.parse(session.plannedStart);
  const { timezone } = event;
  const mail = async () => {
    const address = await get();
    return (
      address &&
      say('speakers.mail', {
        ...{ name, title: session.title, event: event.title, link: address },
        ...{ day: dayName(dayIn(start, timezone)), time: clockTime(start, timezone), zone: cityOf(timezone) },
      })
    );
  };
  return (
    <li className={css.line}>
      <strong dir="auto">{name}</strong>
      <a
        className={css.what}
        href={pageAt(event, `/speaker/${encodeURIComponent(session.id)}`)}
        target="_blank"
        rel="noreferrer"
        dir="auto"
      >
        {session.title}
      </a>
      <span className={css.state}>
        {link === null ? (
          say('speakers.noLink')
        ) : link.lastUsedAt === null ? (
          <Badge kind="accent">{say('speakers.made')}</Badge>
        ) : (
          <Badge kind="ok">
            {say('speakers.used', {
              time: clockTime(Date.parse(link.lastUsedAt), timezone),
              zone: cityOf(timezone),
            })}
          </Badge>
        )}
      </span>
      <span className={css.do}>
        <CopyLink link={mail} name={say('speakers.copyMail')} about={name} />
      </span>
    </li>
  );
}
