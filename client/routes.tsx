import { type ReactNode, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import type { Role } from '../shared/people/role.ts';
import { AttendeeScreen, preloadBoard } from './attendee/attendee-screen.tsx';
import { firstJoin } from './attendee/join/first-visit.ts';
import { decoded } from './connection/base.ts';
import { type About, EventConnection } from './connection/event-connection.ts';
import { EventProvider } from './connection/hooks.tsx';
import { AnnouncerProvider } from './look/announcer.tsx';
import { LateCode } from './look/late-code.ts';
import { LatePart } from './look/late-part.tsx';
import { Loading } from './look/loading.tsx';
import { Shelter } from './look/shelter.tsx';
import { displayId } from './projector/display-id.ts';
import { StagePage } from './projector/stage-page.tsx';
import { Gate } from './start/gate.tsx';

const moderatorScreen = new LateCode(
  () => import('./moderator/moderator-screen.tsx').then((file) => file.ModeratorScreen),
  true,
);
const projectorScreen = new LateCode(
  () => import('./projector/projector-screen.tsx').then((file) => file.ProjectorScreen),
  true,
);
const lecternScreen = new LateCode(
  () => import('./speaker/lectern-screen.tsx').then((file) => file.LecternScreen),
  true,
);
const speakerScreen = new LateCode(
  () => import('./speaker/speaker-screen.tsx').then((file) => file.SpeakerScreen),
  true,
);
const organizerScreen = new LateCode(
  () => import('./organizer/organizer-screen.tsx').then((file) => file.OrganizerScreen),
  true,
);
const newEvent = new LateCode(
  () => import('./organizer/new/new-event.tsx').then((file) => file.NewEvent),
  true,
);
const startPage = new LateCode(() => import('./start/start-page.tsx').then((file) => file.StartPage), true);
const joinByCode = new LateCode(
  () => import('./start/join-by-code.tsx').then((file) => file.JoinByCode),
  true,
);
const notFound = new LateCode(() => import('./start/not-found.tsx').then((file) => file.NotFound), true);
const admitted = new LateCode(() => import('./start/admitted.tsx').then((file) => file.Admitted), true);

/** The connection of the attendee's page that was opened, on its way before that page is drawn. */
let preloaded: { slug: string; connection: EventConnection } | null = null;

/** Connects an attendee's page and asks for its list before it is drawn, which takes a phone its time. */
export function preloadRoute(path: string): void {
  const part = /^\/e\/([^/]+)\/?$/.exec(path)?.[1];
  if (part === undefined) return;
  const slug = decoded(part);
  preloaded = { slug, connection: attendeeConnection(slug) };
  preloaded.connection.start();
  void preloadBoard();
}

/** All pages. The attendee's is at hand at once, everything else comes when it is asked for. */
export function Routes({ invite }: { invite: string | null }) {
  return (
    <Shelter>
      <Switch>
        <Route path="/">
          {() =>
            invite === null ? <Whole code={startPage} of={{}} /> : <Whole code={newEvent} of={{ invite }} />
          }
        </Route>
        <Route path="/new">{() => <Whole code={newEvent} of={{ invite }} />}</Route>
        <Route path="/j/:code">{({ code }) => <Whole code={joinByCode} of={{ code }} />}</Route>
        <Route path="/e/:slug">{({ slug }) => <AttendeePage slug={slug} invite={invite} />}</Route>
        <Route path="/e/:slug/desk">
          {({ slug }) => (
            <StaffPage
              slug={slug}
              as="moderator"
              invite={invite}
              screen={<Whole code={moderatorScreen} of={{}} />}
            />
          )}
        </Route>
        <Route path="/e/:slug/admin">
          {({ slug }) => (
            <StaffPage
              slug={slug}
              as="organizer"
              invite={invite}
              screen={<Whole code={organizerScreen} of={{}} />}
            />
          )}
        </Route>
        <Route path="/e/:slug/stage/:room?">
          {({ slug, room }) => (
            <StagePage>
              <StaffPage
                slug={slug}
                as="projector"
                about={{ room, display: displayId() }}
                invite={invite}
                screen={<LatePart code={projectorScreen} of={{ room }} silent />}
              />
            </StagePage>
          )}
        </Route>
        <Route path="/e/:slug/monitor/:room">
          {({ slug, room }) => (
            <StaffPage
              slug={slug}
              as="speaker"
              about={{ room }}
              invite={invite}
              screen={<Whole code={lecternScreen} of={{ room }} />}
            />
          )}
        </Route>
        <Route path="/e/:slug/speaker/:session">
          {({ slug, session }) => (
            <StaffPage
              slug={slug}
              as="speaker"
              about={{ session }}
              invite={invite}
              screen={<Whole code={speakerScreen} of={{ session }} />}
            />
          )}
        </Route>
        <Route>{() => <Whole code={notFound} of={{}} />}</Route>
      </Switch>
    </Shelter>
  );
}

function AttendeePage({ slug, invite }: { slug: string; invite: string | null }) {
  useEffect(() => {
    preloaded = null;
  }, []);
  return (
    <Invited slug={slug} as="attendee" invite={invite}>
      <EventProvider key={slug} connect={() => attendeeConnection(slug)}>
        <AnnouncerProvider>
          <AttendeeScreen slug={slug} />
        </AnnouncerProvider>
      </EventProvider>
    </Invited>
  );
}

/** The connection that is on its way, also where a page begins to be drawn twice; once it is drawn, each makes its own. */
function attendeeConnection(slug: string): EventConnection {
  return preloaded?.slug === slug
    ? preloaded.connection
    : new EventConnection(slug, 'attendee', {}, firstJoin(slug));
}

/** A page for those with a badge. It connects while its code is still on the way: what it will show comes meanwhile. */
function StaffPage({
  slug,
  as,
  about,
  invite,
  screen,
}: {
  slug: string;
  as: Role;
  about?: About;
  invite: string | null;
  screen: ReactNode;
}) {
  return (
    <Invited key={`${slug} ${as}`} slug={slug} as={as} invite={invite}>
      <EventProvider connect={() => new EventConnection(slug, as, about)}>
        <AnnouncerProvider>
          <Gate slug={slug} as={as}>
            {screen}
          </Gate>
        </AnnouncerProvider>
      </EventProvider>
    </Invited>
  );
}

/** Whoever came by an invite has it redeemed first. */
function Invited(props: { slug: string; as: Role; invite: string | null; children: ReactNode }) {
  if (props.invite === null) return props.children;
  const wall = props.as === 'projector';
  const of = { ...props, invite: props.invite };
  return <LatePart code={admitted} of={of} waiting={wall ? null : <Loading />} silent={wall} />;
}

/** A whole page whose code comes when it is asked for. */
function Whole<P extends object>({ code, of }: { code: LateCode<P>; of: P }) {
  return <LatePart code={code} of={of} waiting={<Loading />} />;
}
