import calendar from 'lucide-static/icons/calendar-days.svg';
import download from 'lucide-static/icons/download.svg';
import overview from 'lucide-static/icons/layout-dashboard.svg';
import monitor from 'lucide-static/icons/monitor.svg';
import plus from 'lucide-static/icons/plus.svg';
import settings from 'lucide-static/icons/settings.svg';
import users from 'lucide-static/icons/users.svg';
import { base } from '../../connection/base.ts';
import { Icon } from '../../look/icon.tsx';
import { catalogue } from '../../look/messages.ts';
import { organizerMessages } from '../messages/messages.en.ts';
import { OtherEvents } from './other-events.tsx';
import { addressOf, type Place, places } from './places.ts';
import css from './rail.module.css';

const say = catalogue(organizerMessages);

const icons = { overview, programme: calendar, people: users, screens: monitor, settings, export: download };

/** The ways to all pages and to other events: a rail beside them, one line that scrolls above them on phones. */
export function Rail(props: {
  slug: string;
  title: string;
  place: Place;
  /** The pages with changes that nobody else sees yet. */
  unsaved: readonly Place[];
  /** This browser may make events. */
  makesEvents: boolean;
}) {
  const { slug, title, place, unsaved, makesEvents } = props;
  return (
    <nav className={css.rail} aria-label={say('place.all')}>
      <div className={css.held}>
        <p className={css.event} dir="auto">
          {title}
        </p>
        <ul className={css.places}>
          {places.map((each) => (
            <li key={each}>
              <a
                ref={each === place ? intoSight : undefined}
                href={addressOf(each)}
                className={css.place}
                aria-current={each === place ? 'page' : undefined}
              >
                <Icon of={icons[each]} />
                <span>{say(`place.${each}`)}</span>
                {unsaved.includes(each) && <span className={css.unsaved}>{say('place.unsaved')}</span>}
              </a>
            </li>
          ))}
        </ul>
        <div className={css.away}>
          {makesEvents && (
            <a href={`${base}/new`} className={css.place}>
              <Icon of={plus} />
              <span>{say('place.new')}</span>
            </a>
          )}
          <OtherEvents slug={slug} runsAll={makesEvents} />
        </div>
      </div>
    </nav>
  );
}

/** The tab of the page that is open is seen wherever the line of tabs was scrolled to. */
function intoSight(tab: HTMLElement | null): void {
  const line = tab?.closest('nav')?.firstElementChild;
  if (!tab || !line || line.scrollWidth <= line.clientWidth) return;
  line.scrollLeft += tab.getBoundingClientRect().left - line.getBoundingClientRect().left - 48;
}
