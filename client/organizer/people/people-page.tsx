import type { EventView, SessionView, View } from '../../../shared/views/view.ts';
import { InviteForm } from './invite-form.tsx';
import { Invites } from './invites.tsx';
import { Speakers } from './speakers.tsx';
import { Team } from './team.tsx';

/** Who speaks, who runs the event with us, and the links that let them in. */
export function PeoplePage(props: { view: View; event: EventView; sessions: readonly SessionView[] }) {
  const { view, event, sessions } = props;
  const invites = Object.values(view.invites ?? {});
  return (
    <>
      <InviteForm event={event} sessions={sessions} />
      <Speakers event={event} sessions={sessions} invites={invites} />
      <Team people={Object.values(view.crew ?? {})} zone={event.timezone} me={view.me} />
      <Invites invites={invites} zone={event.timezone} />
    </>
  );
}
