import calendarPlus from 'lucide-static/icons/calendar-plus.svg';
import star from 'lucide-static/icons/star.svg';
import { onNow } from '../../../shared/rundown/on-now.ts';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { Badge } from '../../look/badge.tsx';
import { Button } from '../../look/button.tsx';
import { Icon } from '../../look/icon.tsx';
import { useText } from '../../look/messages.ts';
import { useMyZone } from '../../look/my-zone.ts';
import { Sheet } from '../../look/sheet.tsx';
import { Time } from '../../look/time.tsx';
import { clockTime, dayName } from '../../look/zones.ts';
import { endOf, startOf } from '../../rundown/on-now.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import { useStars } from '../now/stars.ts';
import { useSessions } from '../now/use-sessions.ts';
import styles from './about.module.css';
import { saveCalendar } from './session-calendar.ts';
import { Share } from './share.tsx';

interface SessionSheetProps {
  slug: string;
  id: string;
  onAsk: (id: string) => void;
  onClose: () => void;
}

/** All of one session, and what one may do with it: ask, star it, put it into a calendar, share it. */
export function SessionSheet({ slug, id, onAsk, onClose }: SessionSheetProps) {
  const say = useText(sheetMessages);
  const event = useView((view) => view.event);
  const session = useSessions().find((each) => each.id === id);
  const { starred, toggle } = useStars(slug);
  if (!event || !session) return null;
  const over = session.status === 'ended' || session.status === 'cancelled';
  const open = takesQuestions(session) && session.questions !== 'closed' && !over && !event.closed;
  const on = starred.has(id);
  return (
    <Sheet open title={session.title} closeWord={say('sheet.close')} onClose={onClose}>
      <Facts event={event} session={session} />
      <p className={styles.buttons}>
        {open && (
          <Button kind="primary" onClick={() => onAsk(id)}>
            {say('session.ask')}
          </Button>
        )}
        <Button aria-pressed={on} onClick={() => toggle(id)}>
          <Icon of={star} /> {say(on ? 'session.starred' : 'session.star')}
        </Button>
        {session.status !== 'cancelled' && (
          <Button onClick={() => saveCalendar(event, session)}>
            <Icon of={calendarPlus} /> {say('session.calendar')}
          </Button>
        )}
      </p>
      <Share path={`/e/${encodeURIComponent(slug)}?talk=${encodeURIComponent(id)}`} />
    </Sheet>
  );
}

function Facts({ event, session }: { event: EventView; session: SessionView }) {
  const say = useText(sheetMessages);
  const zone = useMyZone();
  const room = event.rooms.length > 1 && event.rooms.find((each) => each.id === session.room)?.name;
  const { next } = onNow(useSessions());
  return (
    <div className={styles.session}>
      {session.speakers.map(({ id, name, affiliation }) => (
        <p key={id}>
          <strong dir="auto">{name}</strong> {affiliation && <bdi>{affiliation}</bdi>}
        </p>
      ))}
      <p className={styles.when}>
        {session.status === 'onAir' && <Badge kind="now">{say('session.now')}</Badge>}
        {session.status === 'cancelled' && <Badge kind="danger">{say('session.cancelled')}</Badge>}
        {session.status === 'ended' && <Badge>{say('session.ended')}</Badge>}
        <span>{dayName(session.day)}</span>
        <Time
          at={new Date(startOf(session)).toISOString()}
          until={new Date(endOf(session)).toISOString()}
          venueZone={event.timezone}
          day={session.day}
        />
        {room && <bdi>{room}</bdi>}
      </p>
      {session.parts.length > 0 && (
        <ul className={styles.parts}>
          {session.parts.map((part) => (
            <li key={part.id}>
              {say('session.part', { time: clockTime(startOf(part), zone), title: part.title })}
            </li>
          ))}
        </ul>
      )}
      {session.status === 'onAir' && next && (
        <p className={styles.note}>
          {say('session.next', { title: next.title, time: clockTime(startOf(next), zone) })}
        </p>
      )}
    </div>
  );
}
