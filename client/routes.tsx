import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { Role } from '../shared/people/role.ts';
import { AttendeeScreen } from './attendee/attendee-screen.tsx';
import { EventProvider } from './connection/hooks.tsx';
import { AnnouncerProvider } from './look/announcer.tsx';
import { Loading } from './look/loading.tsx';
import { displayId } from './projector/display-id.ts';
import { StagePage } from './projector/stage-page.tsx';
import { Gate } from './start/gate.tsx';

const ModeratorScreen = lazy(() =>
  import('./moderator/moderator-screen.tsx').then((file) => ({ default: file.ModeratorScreen })),
);
const ProjectorScreen = lazy(() =>
  import('./projector/projector-screen.tsx').then((file) => ({ default: file.ProjectorScreen })),
);
const LecternScreen = lazy(() =>
  import('./speaker/lectern-screen.tsx').then((file) => ({ default: file.LecternScreen })),
);
const SpeakerScreen = lazy(() =>
  import('./speaker/speaker-screen.tsx').then((file) => ({ default: file.SpeakerScreen })),
);
const OrganizerScreen = lazy(() =>
  import('./organizer/organizer-screen.tsx').then((file) => ({ default: file.OrganizerScreen })),
);
const NewEvent = lazy(() => import('./organizer/new-event.tsx').then((file) => ({ default: file.NewEvent })));
const StartPage = lazy(() => import('./start/start-page.tsx').then((file) => ({ default: file.StartPage })));
const JoinByCode = lazy(() =>
  import('./start/join-by-code.tsx').then((file) => ({ default: file.JoinByCode })),
);
const NotFound = lazy(() => import('./start/not-found.tsx').then((file) => ({ default: file.NotFound })));
const Admitted = lazy(() => import('./start/admitted.tsx').then((file) => ({ default: file.Admitted })));

/** All pages. The attendee's is at hand at once, everything else comes when it is asked for. */
export function Routes({ invite }: { invite: string | null }) {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">{() => (invite === null ? <StartPage /> : <NewEvent invite={invite} />)}</Route>
        <Route path="/j/:code">{({ code }) => <JoinByCode code={code} />}</Route>
        <Route path="/e/:slug">{({ slug }) => <AttendeePage slug={slug} invite={invite} />}</Route>
        <Route path="/e/:slug/desk">
          {({ slug }) => (
            <StaffPage slug={slug} as="moderator" invite={invite} screen={<ModeratorScreen />} />
          )}
        </Route>
        <Route path="/e/:slug/admin">
          {({ slug }) => (
            <StaffPage slug={slug} as="organizer" invite={invite} screen={<OrganizerScreen />} />
          )}
        </Route>
        <Route path="/e/:slug/stage/:room?">
          {({ slug, room }) => (
            <StagePage>
              <StaffPage
                slug={slug}
                as="projector"
                invite={invite}
                screen={<ProjectorScreen room={room} />}
              />
            </StagePage>
          )}
        </Route>
        <Route path="/e/:slug/monitor/:room">
          {({ slug }) => <StaffPage slug={slug} as="speaker" invite={invite} screen={<LecternScreen />} />}
        </Route>
        <Route path="/e/:slug/speaker/:session">
          {({ slug, session }) => (
            <StaffPage
              slug={slug}
              as="speaker"
              invite={invite}
              screen={<SpeakerScreen session={session} />}
            />
          )}
        </Route>
        <Route>{() => <NotFound />}</Route>
      </Switch>
    </Suspense>
  );
}

function AttendeePage({ slug, invite }: { slug: string; invite: string | null }) {
  return (
    <Invited slug={slug} as="attendee" invite={invite}>
      <EventProvider key={slug} slug={slug} as="attendee">
        <AnnouncerProvider>
          <AttendeeScreen slug={slug} />
        </AnnouncerProvider>
      </EventProvider>
    </Invited>
  );
}

/** A page for those with a badge. It connects while its code is still on the way: what it will show comes meanwhile. */
function StaffPage({
  slug,
  as,
  invite,
  screen,
}: {
  slug: string;
  as: Role;
  invite: string | null;
  screen: ReactNode;
}) {
  return (
    <Invited key={`${slug} ${as}`} slug={slug} as={as} invite={invite}>
      <EventProvider slug={slug} as={as} display={as === 'projector' ? displayId() : undefined}>
        <AnnouncerProvider>
          <Suspense fallback={as === 'projector' ? null : <Loading />}>
            <Gate slug={slug} as={as}>
              {screen}
            </Gate>
          </Suspense>
        </AnnouncerProvider>
      </EventProvider>
    </Invited>
  );
}

/** Whoever came by an invite has it redeemed first. */
function Invited(props: { slug: string; as: Role; invite: string | null; children: ReactNode }) {
  return props.invite === null ? props.children : <Admitted {...props} invite={props.invite} />;
}
