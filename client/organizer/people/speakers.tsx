import { useMemo } from 'react';
import type { EventView, InviteView, SessionView } from '../../../shared/views/view.ts';
import { Badge } from '../../look/badge.tsx';
import { cityOf } from '../../look/cities.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime, dayIn, dayName } from '../../look/zones.ts';
import { CopyLink } from '../../people/copy-link.tsx';
import { useLinks } from '../../people/use-link-for.ts';
import { pageAt } from '../frame/links.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from './people-page.module.css';
import { fullyLinked, type SpeakerLinks, type SpeakerTalk, speakerLinks } from './speaker-links.ts';

const say = catalogue(organizerMessages);

/** Everybody who speaks, one line a person: where they speak, whether they have their links, and their mail to copy. */
export function Speakers(props: {
  event: EventView;
  sessions: readonly SessionView[];
  invites: readonly InviteView[];
}) {
  const { event, sessions, invites } = props;
  const people = useMemo(() => speakerLinks(sessions, invites), [sessions, invites]);
  if (people.length === 0) return null;
  return (
    <Part
      title={say('speakers.heading')}
      note={say('speakers.how')}
      aside={
        <span className={css.count}>
          {say('check.linked', { linked: fullyLinked(people), all: people.length })}
        </span>
      }
    >
      <ul className={css.lines}>
        {people.map((each) => (
          <Speaker key={each.id} event={event} {...each} />
        ))}
      </ul>
    </Part>
  );
}

function Speaker({ event, name, talks }: SpeakerLinks & { event: EventView }) {
  const links = useLinks(event.slug, 'organizer');
  const linkOf = ({ session }: SpeakerTalk) => links({ role: 'speaker', session: session.id, name });
  const mail = async () => {
    const found: string[] = [];
    for (const talk of talks) {
      const address = await linkOf(talk);
      if (address === null) return null;
      found.push(
        say(talks.length === 1 ? 'speakers.mail' : 'speakers.mailTalk', facts(event, name, talk, address)),
      );
    }
    const [only = ''] = found;
    return talks.length === 1
      ? only
      : say('speakers.mailAll', { name, event: event.title, count: talks.length, talks: found.join('\n\n') });
  };
  return (
    <li className={css.line}>
      <strong dir="auto">{name}</strong>
      {talks.length === 1 ? (
        <Talk event={event} talk={talks[0]} />
      ) : (
        <ul className={css.talks} aria-label={say('speakers.talks', { name })}>
          {talks.map((talk) => (
            <li key={talk.session.id} className={css.talk}>
              <Talk event={event} talk={talk} />
              <CopyLink link={() => linkOf(talk)} about={`${name}, ${talk.session.title}`} />
            </li>
          ))}
        </ul>
      )}
      <span className={css.state}>
        <LinkState talks={talks} timezone={event.timezone} />
      </span>
      <span className={css.do}>
        {talks.length === 1 && (
          <CopyLink link={() => linkOf(talks[0])} about={`${name}, ${talks[0].session.title}`} />
        )}
        <CopyLink link={mail} name={say('speakers.copyMail')} about={name} />
      </span>
    </li>
  );
}

function Talk({ event, talk: { session } }: { event: EventView; talk: SpeakerTalk }) {
  return (
    <a
      className={css.what}
      href={pageAt(event, `/speaker/${encodeURIComponent(session.id)}`)}
      target="_blank"
      rel="noreferrer"
      dir="auto"
    >
      {session.title}
    </a>
  );
}

/** What became of somebody's links: none, some or all made; and when the last of them was opened. */
function LinkState({ talks, timezone }: { talks: readonly SpeakerTalk[]; timezone: string }) {
  const links = talks.flatMap(({ link }) => link ?? []);
  if (links.length === 0) return say('speakers.noLink');
  if (links.length < talks.length)
    return say('speakers.someLinks', { linked: links.length, all: talks.length });
  const used = links
    .flatMap(({ lastUsedAt }) => lastUsedAt ?? [])
    .toSorted()
    .at(-1);
  return used === undefined ? (
    <Badge kind="accent">{say('speakers.made', { count: links.length })}</Badge>
  ) : (
    <Badge kind="ok">
      {say('speakers.used', { time: clockTime(Date.parse(used), timezone), zone: cityOf(timezone) })}
    </Badge>
  );
}

function facts({ title: event, timezone }: EventView, name: string, { session }: SpeakerTalk, link: string) {
  const start = Date.parse(session.plannedStart);
  return {
    ...{ name, title: session.title, event, link },
    ...{ day: dayName(dayIn(start, timezone)), time: clockTime(start, timezone), zone: cityOf(timezone) },
  };
}
