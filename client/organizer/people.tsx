import type { CrewView } from '../../shared/views/view.ts';
import { useSend, useServerNow } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { InvitedList } from '../people/invited-list.tsx';
import { organizerMessages } from './messages.en.ts';
import css from './organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** Who runs the event with us: everybody that came by a link, when they were last seen, and how to take it back. */
export function People({
  people,
  zone,
  me,
}: {
  people: readonly CrewView[];
  zone: string;
  me?: string | undefined;
}) {
  const send = useSend();
  const now = useServerNow(10_000);
  return (
    <section className={css.section} aria-labelledby="people-title">
      <h2 id="people-title">{say('organizer.invited')}</h2>
      <p className={css.note}>{say('organizer.invitedHow')}</p>
      <InvitedList
        people={people}
        zone={zone}
        now={now}
        me={me}
        onRevoke={({ id }) => send({ type: 'participant.revoke', participant: id }, 10_000)}
      />
    </section>
  );
}
