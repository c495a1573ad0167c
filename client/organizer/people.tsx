import type { CrewView } from '../../shared/views/view.ts';
import { useSend, useServerNow } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { CrewList } from '../people/crew-list.tsx';
import { organizerMessages } from './messages.en.ts';
import css from './organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** Who runs the event with us: everybody that came by a link, when they were last seen, and how to take it back. */
export function People({
  crew,
  zone,
  me,
}: {
  crew: readonly CrewView[];
  zone: string;
  me?: string | undefined;
}) {
  const send = useSend();
  const now = useServerNow(10_000);
  return (
    <section className={css.section} aria-labelledby="people-title">
      <h2 id="people-title">{say('organizer.crew')}</h2>
      <p className={css.note}>{say('organizer.crewHow')}</p>
      <CrewList
        crew={crew}
        zone={zone}
        now={now}
        me={me}
        onRevoke={({ id }) => send({ type: 'participant.revoke', participant: id }, 10_000)}
      />
    </section>
  );
}
