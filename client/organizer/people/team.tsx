import type { CrewView, MeView } from '../../../shared/views/view.ts';
import { useSend, useServerNow } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import { InvitedList } from '../../people/invited-list.tsx';
import { OwnName } from '../../people/own-name.tsx';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';

const say = catalogue(organizerMessages);

/** Who runs the event with us: everybody that came by a link, when they were last seen, and how to take it back. */
export function Team(props: { people: readonly CrewView[]; zone: string; me: MeView | null | undefined }) {
  const { people, zone, me } = props;
  const send = useSend();
  const now = useServerNow(10_000);
  return (
    <Part folds title={say('team.heading')} note={say('team.how')}>
      <OwnName name={me?.name ?? null} />
      <InvitedList
        people={people}
        zone={zone}
        now={now}
        me={me?.participant}
        onRevoke={({ id }) => send({ type: 'participant.revoke', participant: id }, 10_000)}
      />
    </Part>
  );
}
