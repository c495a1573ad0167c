import chevron from 'lucide-static/icons/chevron-down.svg';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { Icon } from '../../look/icon.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './desk-header.module.css';

const say = catalogue(deskMessages);

/** What the desk looks at: what is on now, one session for good, or everything. */
export type Watch = 'follow' | 'all' | { session: string };

/** Which talk's questions are shown: the running one, one for good, or all of the event. */
export function TalkPicker({
  programme,
  session,
  watch,
  onWatch,
}: {
  programme: readonly SessionView[];
  session: SessionView | null;
  watch: Watch;
  onWatch: (watch: Watch) => void;
}) {
  const chosen = typeof watch === 'string' ? watch : watch.session;
  const mark = (id: string) => (id === chosen ? '✓' : undefined);
  return (
    <Menu
      label={say('desk.session')}
      className={css.pick}
      choices={[
        { id: 'follow', name: say('desk.follow'), hint: mark('follow') },
        ...programme.filter(takesQuestions).map(({ id, title }) => ({ id, name: title, hint: mark(id) })),
        { id: 'all', name: say('desk.all'), hint: mark('all') },
      ]}
      onChoose={(id) => onWatch(id === 'follow' || id === 'all' ? id : { session: id })}
    >
      <span className={css.talk}>{titleOf(session, watch)}</span>
      <Icon of={chevron} />
    </Menu>
  );
}

function titleOf(session: SessionView | null, watch: Watch): string {
  if (watch === 'all') return say('desk.all');
  if (session === null) return say('desk.follow');
  return watch === 'follow' ? say(`desk.follow.${session.status}`, { title: session.title }) : session.title;
}
