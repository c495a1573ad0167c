import open from 'lucide-static/icons/circle.svg';
import done from 'lucide-static/icons/circle-check.svg';
import type { ReactNode } from 'react';
import type { EventView, View } from '../../../shared/views/view.ts';
import buttons from '../../look/button.module.css';
import { Button } from '../../look/button.tsx';
import { classes } from '../../look/classes.ts';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { inOneLine } from '../../look/written.ts';
import { CopyLink } from '../../people/copy-link.tsx';
import { useLinkFor } from '../../people/use-link-for.ts';
import { pageAt, stageAt } from '../frame/links.ts';
import { Part } from '../frame/part.tsx';
import { addressOf, type Place } from '../frame/places.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import { type Checks, checksOf } from './checks.ts';
import css from './overview.module.css';

const say = catalogue(organizerMessages);

/** One point: whether it is so, what it is about, how it stands, and what to do where it is not. */
interface Point {
  id: string;
  done: boolean;
  name: string;
  now: string;
  todo: ReactNode;
}

/** What has to be so before the doors open; each point turns green by itself. */
export function Checklist(props: { view: View; event: EventView; onCode: () => void }) {
  const { view, event, onCode } = props;
  const points = pointsOf(checksOf(view), event, onCode);
  const left = points.filter(({ done }) => !done).length;
  return (
    <Part
      title={say('check.heading')}
      aside={
        <span className={css.left}>{left === 0 ? say('check.ready') : say('check.left', { left })}</span>
      }
    >
      <ol className={css.points}>
        {points.map(({ id, done: isDone, name, now, todo }) => (
          <li key={id} className={css.point} data-done={isDone}>
            <Icon of={isDone ? done : open} />
            <span className="unseen">{say(isDone ? 'check.isDone' : 'check.isOpen')}</span>
            <strong dir="auto">{name}</strong>
            <span className={css.now}>{now}</span>
            <span className={css.do}>{!isDone && todo}</span>
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** The points, in the order in which a day is made ready. */
function pointsOf(
  { sessions, asked, desk, rooms, speakers, questions }: Checks,
  event: EventView,
  onCode: () => void,
): Point[] {
  const noQa = asked.all > 0 && asked.noQa === asked.all;
  return [
    {
      id: 'programme',
      done: sessions > 0 && !noQa,
      name: say('check.programme'),
      now: say(noQa ? 'check.noQa' : asked.noQa > 0 ? 'check.someQa' : 'check.sessions', {
        sessions,
        without: asked.noQa,
      }),
      todo: <To place="programme">{say(noQa ? 'check.setQa' : 'check.addSessions')}</To>,
    },
    {
      id: 'moderator',
      done: desk.at === 'here',
      name: say('check.moderator'),
      now: deskWords(desk),
      todo:
        desk.at === 'nobody' ? <To place="people">{say('check.makeLink')}</To> : <OpenDesk event={event} />,
    },
    ...rooms.map(({ id, name, displays }) => ({
      id: `screen ${id}`,
      done: displays > 0,
      name: say('check.screen', { room: name }),
      now: say('check.displays', { displays }),
      todo: <OpenScreen event={event} room={id} name={name} />,
    })),
    ...(speakers.all === 0
      ? []
      : [
          {
            id: 'speakers',
            done: speakers.linked === speakers.all,
            name: say('check.speakers'),
            now: say('check.linked', speakers),
            todo: <To place="people">{say('check.copyMail')}</To>,
          },
        ]),
    {
      id: 'question',
      done: questions > 0,
      name: say('check.question'),
      now: say('check.questions', { questions }),
      todo: (
        <Button size="small" onClick={onCode}>
          {say('check.showCode')}
        </Button>
      ),
    },
  ];
}

/** The way to the page where a point is done. */
function To({ place, children }: { place: Place; children: ReactNode }) {
  return (
    <a className={classes(buttons.button, buttons.plain, buttons.small)} href={addressOf(place)}>
      {children}
    </a>
  );
}

/** Opens the desk in this browser, or copies a link for who shall sit there. */
function OpenDesk({ event }: { event: EventView }) {
  const link = useLinkFor(event.slug, 'organizer', { role: 'moderator' });
  return (
    <>
      <a
        className={classes(buttons.button, buttons.plain, buttons.small)}
        href={pageAt(event, '/desk')}
        target="_blank"
        rel="noreferrer"
        aria-label={say('now.desk')}
      >
        {say('check.open')}
      </a>
      <CopyLink link={link} about={say('screens.desk')} />
    </>
  );
}

/** Opens a room's screen in this browser, or copies a link for the computer in the room. */
function OpenScreen({ event, room, name }: { event: EventView; room: string; name: string }) {
  const link = useLinkFor(event.slug, 'organizer', { role: 'projector', room });
  return (
    <>
      <a
        className={classes(buttons.button, buttons.plain, buttons.small)}
        href={stageAt(event, room)}
        target="_blank"
        rel="noreferrer"
        aria-label={say('check.openScreen', { room: name })}
      >
        {say('check.open')}
      </a>
      <CopyLink link={link} />
    </>
  );
}

function deskWords(desk: Checks['desk']): string {
  if (desk.at !== 'here') return say(desk.at === 'away' ? 'check.deskAway' : 'check.deskNobody');
  if (desk.you) return say('check.deskYou');
  return desk.names.length === 0
    ? say('check.deskSomebody')
    : say('check.deskHere', { names: inOneLine(desk.names) });
}
