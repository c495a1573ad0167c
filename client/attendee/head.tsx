import { onNow } from '../../shared/rundown/on-now.ts';
import type { EventView, SessionView } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { Badge } from '../look/badge.tsx';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { useText } from '../look/messages.ts';
import { dayLateness } from '../rundown/lateness.ts';
import styles from './attendee.module.css';
import { attendeeMessages } from './messages/attendee.en.ts';

/** The two parts of the page where they do not fit side by side. */
export type Tab = 'now' | 'programme';

interface HeadProps {
  event: EventView | undefined;
  ordered: readonly SessionView[];
  tab: Tab;
  onTab: (tab: Tab) => void;
  tabs: boolean;
}

/** The event's name, where the day stands, and the tabs. */
export function Head({ event, ordered, tab, onTab, tabs }: HeadProps) {
  const say = useText(attendeeMessages);
  return (
    <header className={styles.head}>
      <ConnectionBanner />
      <div className={styles.strip}>
        <h1 className={styles.event} dir="auto">
          {event?.title ?? ' '}
        </h1>
        {event && <DayStatus event={event} ordered={ordered} />}
      </div>
      {tabs && (
        <nav className={styles.tabs} aria-label={say('tabs.label')}>
          {(['now', 'programme'] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-current={tab === name ? 'page' : undefined}
              onClick={() => onTab(name)}
            >
              {say(`tabs.${name}`)}
            </button>
          ))}
        </nav>
      )}
    </header>
  );
}

/** Where the day stands, in a word; and by how much it is late. */
function DayStatus({ event, ordered }: { event: EventView; ordered: readonly SessionView[] }) {
  const say = useText(attendeeMessages);
  const { now, next } = onNow(ordered);
  const first = now[0];
  const at = useServerNow(60_000);
  const late = first ? dayLateness(first, at) : null;
  return (
    <p className={styles.status}>
      {first ? <OnNow session={first} /> : <Badge>{say(`status.${quietly(event, ordered, next)}`)}</Badge>}
      {late && late.of !== 'onTime' && (
        <Badge kind="late">
          {say(late.of === 'about' ? 'status.about' : 'status.late', { minutes: late.minutes })}
        </Badge>
      )}
    </p>
  );
}

function OnNow({ session }: { session: SessionView }) {
  const say = useText(attendeeMessages);
  if (session.status === 'due') return <Badge kind="late">{say('status.due')}</Badge>;
  const resting = session.kind === 'break' || session.kind === 'social';
  return resting ? <Badge>{say('status.break')}</Badge> : <Badge kind="onscreen">{say('status.live')}</Badge>;
}

function quietly(event: EventView, ordered: readonly SessionView[], next: SessionView | null) {
  if (event.closed || (!next && ordered.length > 0)) return 'over';
  return ordered.some(({ status }) => status === 'ended') ? 'between' : 'before';
}
