import events from 'lucide-static/icons/layers.svg';
import { useEffect, useState } from 'react';
import type { EventList } from '../../../shared/wire/http.ts';
import { base } from '../../connection/base.ts';
import { listEvents } from '../../connection/http.ts';
import { Icon } from '../../look/icon.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { dayIn } from '../../look/zones.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import { pageAt } from './links.ts';
import css from './rail.module.css';

const say = catalogue(organizerMessages);

/**
 * The way to the other events: to the organiser's pages of each where this browser runs the whole installation, else to
 * the list that everybody sees.
 */
export function OtherEvents({ slug, runsAll }: { slug: string; runsAll: boolean }) {
  const others = useEvents(runsAll).filter((event) => event.slug !== slug);
  const words = (
    <>
      <Icon of={events} />
      <span>{say('place.events')}</span>
    </>
  );
  if (others.length === 0)
    return (
      <a href={`${base}/`} className={css.place}>
        {words}
      </a>
    );
  return (
    <Menu
      label={say('place.events')}
      className={css.events}
      choices={others.map(({ slug: id, title, startsAt, timezone }) => ({
        id,
        name: title,
        hint: dayIn(Date.parse(startsAt), timezone).slice(0, 4),
      }))}
      onChoose={(id) => location.assign(pageAt({ slug: id }, '/admin'))}
    >
      {words}
    </Menu>
  );
}

/** All events of this server once it has said them; none where they are not asked for. */
function useEvents(asked: boolean): EventList {
  const [list, setList] = useState<EventList>([]);
  useEffect(() => {
    let here = asked;
    if (asked)
      void listEvents().then((answer) => {
        if (here && answer.ok) setList(answer.value);
      });
    return () => {
      here = false;
    };
  }, [asked]);
  return list;
}
