import type { EventView, View } from '../../shared/views/view.ts';
import { usePresence, useView } from '../connection/hooks.tsx';
import { useDensity } from '../look/appearance.ts';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { catalogue } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { clockTime, dayName } from '../look/zones.ts';
import { ClockNotice } from '../rundown/clock-notice.tsx';
import { CloseEvent } from './close-event.tsx';
import { ImportSection } from './import-section.tsx';
import { InviteForm } from './invite-form.tsx';
import { Invites } from './invites.tsx';
import { organizerMessages } from './messages.en.ts';
import css from './organizer-screen.module.css';
import { Exports, Pages } from './pages.tsx';
import { People } from './people.tsx';
import { ProgrammeEditor } from './programme-editor.tsx';
import { UnattendedNotice } from './unattended-notice.tsx';
import '../look/hyperlegible.css';

const say = catalogue(organizerMessages);

/** The organizer's page: the facts, the links, what to take home, who holds an invite, and the end of it. */
export function OrganizerScreen() {
  const view = useView(whole);
  const density = useDensity();
  usePageTitle(say('organizer.page'), view?.event?.title);
  if (!view?.event) return <p>{say('organizer.loading')}</p>;
  const { event } = view;
  const sessions = Object.values(view.sessions ?? {});
  return (
    <main className={css.page} data-density={density}>
      <ConnectionBanner />
      <h1 className={css.title}>{event.title}</h1>
      {event.joinUrl === null && <p className={css.warning}>{say('organizer.unreachable')}</p>}
      {event.closed && <p className={css.warning}>{say('organizer.closed')}</p>}
      <UnattendedNotice event={event} />
      <ClockNotice event={event} />
      <Facts event={event} />
      <Pages event={event} sessions={sessions} />
      <ProgrammeEditor event={event} sessions={sessions} />
      <ImportSection event={event} />
      <InviteForm event={event} sessions={sessions} />
      <People people={Object.values(view.crew ?? {})} zone={event.timezone} me={view.me?.participant} />
      <Invites invites={Object.values(view.invites ?? {})} zone={event.timezone} />
      <Exports event={event} />
      <CloseEvent closed={event.closed} />
    </main>
  );
}

function Facts({ event }: { event: EventView }) {
  const people = usePresence() ?? event.people;
  const days = event.days.map((day) => dayName(day)).join(', ');
  const from = clockTime(Date.parse(event.startsAt), event.timezone);
  const to = clockTime(Date.parse(event.endsAt), event.timezone);
  return (
    <dl className={css.facts}>
      {event.venue !== null && <Fact name={say('organizer.venue')}>{event.venue}</Fact>}
      <Fact name={say('organizer.when')}>
        {days}, {from}–{to}. {say('organizer.zone', { zone: event.timezone })}
      </Fact>
      <Fact name={say('organizer.code')}>{event.code}</Fact>
      {people && <Fact name={say('organizer.people')}>{say('organizer.peopleNow', people)}</Fact>}
      <Fact name={say('organizer.counters')}>{say('organizer.countersNow', event.counters)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function whole(view: View): View {
  return view;
}
