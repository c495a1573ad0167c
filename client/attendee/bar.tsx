import { isStaff } from '../../shared/people/role.ts';
import type { EventView } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { logoPath } from '../connection/http.ts';
import { cityOf } from '../look/cities.ts';
import { EventLogo } from '../look/event-logo.tsx';
import { useText } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { isPlaceGuessed } from './ask/asked-once.ts';
import styles from './bar.module.css';
import { attendeeMessages } from './messages/attendee.en.ts';
import { type Tab, Tabs } from './tabs.tsx';

interface BarProps {
  slug: string;
  event: EventView | undefined;
  tab: Tab;
  onTab: (tab: Tab) => void;
  /** The tabs that stand here; none where they are at the thumb. */
  tabs: readonly Tab[];
  mine: number;
  onAbout: () => void;
}

/** The event's name, and one button for all that is about its reader. */
export function Bar({ slug, event, tab, onTab, tabs, mine, onAbout }: BarProps) {
  const logo = event ? logoPath(event.slug, event.policy.look?.logo) : null;
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        {logo !== null && <EventLogo src={logo} />}
        <h1 className={styles.event} dir="auto">
          {event?.title ?? ' '}
        </h1>
        {tabs.length > 0 && <Tabs tabs={tabs} tab={tab} onTab={onTab} mine={mine} />}
        <AboutButton slug={slug} onAbout={onAbout} />
      </div>
    </header>
  );
}

/** Where I am, and whose time I read: opens what can be chosen of it. The staff is nobody's audience. */
function AboutButton({ slug, onAbout }: { slug: string; onAbout: () => void }) {
  const say = useText(attendeeMessages);
  const me = useView((view) => view.me);
  const city = cityOf(useMyZone());
  if (!me) return null;
  // Who came by a link may sit in the room all the same: what is only a guess asks, until it was answered.
  const remote = isPlaceGuessed(slug) ? 'bar.remoteAsked' : 'bar.remote';
  const place = say(me.attendance === 'inRoom' ? 'bar.inRoom' : remote);
  return (
    <button type="button" className={styles.about} aria-haspopup="dialog" onClick={onAbout}>
      <span>{isStaff(me.role) ? city : say('bar.me', { place, city })}</span>
      <span className="unseen">, {say('bar.about')}</span>
    </button>
  );
}
