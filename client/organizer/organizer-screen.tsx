import { useEffect } from 'react';
import type { EventView, SessionView, View } from '../../shared/views/view.ts';
import { useView } from '../connection/hooks.tsx';
import { useDensity } from '../look/appearance.ts';
import { ConnectionBanner } from '../look/connection-banner.tsx';
import { catalogue } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { useMakesEvents } from '../people/use-makes-events.ts';
import { ClockNotice } from '../rundown/clock-notice.tsx';
import { ExportPage } from './export/export-page.tsx';
import { type Place, usePlace } from './frame/places.ts';
import { Rail } from './frame/rail.tsx';
import { organizerMessages } from './messages/messages.en.ts';
import css from './organizer-screen.module.css';
import { Overview } from './overview/overview.tsx';
import { UnattendedNotice } from './overview/unattended-notice.tsx';
import { PeoplePage } from './people/people-page.tsx';
import { ProgrammePage } from './programme/programme-page.tsx';
import { StagedBar } from './programme/staged-bar.tsx';
import { type ProgrammeDraft, stampOf, useProgramme } from './programme/use-programme.ts';
import { ScreensPage } from './screens/screens-page.tsx';
import { SettingsPage } from './settings/settings-page.tsx';
import '../look/hyperlegible.css';

const say = catalogue(organizerMessages);

/** The organizer's pages: a rail, and beside it the page that the address names. */
export function OrganizerScreen() {
  const view = useView(whole);
  const density = useDensity();
  if (!view?.event) return <p>{say('organizer.loading')}</p>;
  return (
    <div className={css.screen} data-density={density}>
      <Pages view={view} event={view.event} />
    </div>
  );
}

function Pages({ view, event }: { view: View; event: EventView }) {
  const place = usePlace();
  const sessions = Object.values(view.sessions ?? {});
  const programme = useProgramme(event.slug, stampOf(event, sessions));
  const makesEvents = useMakesEvents();
  const name = say(`place.${place}`);
  usePageTitle(place === 'overview' ? null : name, say('organizer.page'), event.title);
  // Each page is read from its top, wherever the one before was left.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place is what says that there is another page
  useEffect(() => {
    scrollTo(0, 0);
  }, [place]);
  const unsaved: Place[] =
    programme.outlook === null ? [] : [programme.eventChanged ? 'settings' : 'programme'];
  return (
    <>
      <Rail slug={event.slug} title={event.title} place={place} unsaved={unsaved} makesEvents={makesEvents} />
      <main className={css.page}>
        <ConnectionBanner floats="top" />
        <Notices event={event} />
        {place !== 'overview' && <h1 className={css.title}>{name}</h1>}
        <ThePage place={place} {...{ view, event, sessions, programme }} />
        {place === 'settings' && (
          <StagedBar programme={programme} zone={programme.loaded?.draft.timezone ?? event.timezone} />
        )}
      </main>
    </>
  );
}

function ThePage(props: {
  place: Place;
  view: View;
  event: EventView;
  sessions: readonly SessionView[];
  programme: ProgrammeDraft;
}) {
  const { place, view, event, sessions, programme } = props;
  switch (place) {
    case 'overview':
      return <Overview view={view} event={event} />;
    case 'programme':
      return <ProgrammePage event={event} sessions={sessions} programme={programme} />;
    case 'people':
      return <PeoplePage view={view} event={event} sessions={sessions} />;
    case 'screens':
      return <ScreensPage view={view} event={event} />;
    case 'settings':
      return <SettingsPage event={event} programme={programme} />;
    case 'export':
      return <ExportPage event={event} />;
  }
}

/** What whoever runs the event has to know at once, on every page. */
function Notices({ event }: { event: EventView }) {
  return (
    <>
      {event.joinUrl === null && <p className={css.warning}>{say('organizer.unreachable')}</p>}
      {event.closed && <p className={css.warning}>{say('organizer.closed')}</p>}
      <UnattendedNotice event={event} />
      <ClockNotice event={event} />
    </>
  );
}

function whole(view: View): View {
  return view;
}
