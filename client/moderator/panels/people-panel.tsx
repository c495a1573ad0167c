import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, View } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { catalogue } from '../../look/messages.ts';
import { InvitedList } from '../../people/invited-list.tsx';
import { OwnName } from '../../people/own-name.tsx';
import { StaffLink } from '../../people/staff-link.tsx';
import { deskMessages } from '../messages/desk.en.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(deskMessages);

/** Who runs this event and when they were last here, and links for another moderator or a speaker. */
export function PeoplePanel({ view, event, onClose }: { view: View; event: EventView; onClose: () => void }) {
  const now = useServerNow(10_000);
  const sessions = Object.values(view.sessions ?? {})
    .filter(takesQuestions)
    .sort((a, b) => (a.plannedStart < b.plannedStart ? -1 : 1));
  return (
    <SidePanel title={say('people.title')} onClose={onClose}>
      <OwnName name={view.me?.name ?? null} />
      <StaffLink
        slug={event.slug}
        as="moderator"
        whom={{ role: 'moderator' }}
        label={say('people.moderator')}
      />
      <section className={css.form} aria-label={say('people.here')}>
        <h3>{say('people.here')}</h3>
        <InvitedList
          people={Object.values(view.crew ?? {})}
          zone={event.timezone}
          now={now}
          me={view.me?.participant}
        />
        <p className={css.note}>{say('people.revoke')}</p>
      </section>
      <section className={css.form} aria-label={say('people.speakers')}>
        <h3>{say('people.speakers')}</h3>
        {sessions.map(({ id, title }) => (
          <StaffLink
            key={id}
            slug={event.slug}
            as="moderator"
            whom={{ role: 'speaker', session: id }}
            label={title}
          />
        ))}
      </section>
    </SidePanel>
  );
}
