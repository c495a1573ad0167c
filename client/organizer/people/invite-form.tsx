import { useState } from 'react';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import type { Invited } from '../../../shared/wire/http.ts';
import { invite } from '../../connection/staff-requests.ts';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { isolated } from '../../look/written.ts';
import { MadeLink } from '../../people/made-link.tsx';
import { staffSentence } from '../../refusals/staff.ts';
import { Part } from '../frame/part.tsx';
import { organizerMessages } from '../messages/messages.en.ts';
import css from '../organizer-screen.module.css';

const say = catalogue(organizerMessages);

/** The roles that an organizer can invite to from here. */
const roles = ['moderator', 'projector', 'speaker', 'lectern', 'organizer'] as const;

/** How a mail begins. */
function helloTo(name: string): string {
  return name === '' ? say('invite.helloAll') : say('invite.hello', { name });
}

/** A link that was made here, whom it is for, and what may be mailed with it. */
interface MadeFor {
  name: string;
  made: Invited;
  mail: ((link: string) => string) | undefined;
}

/** Makes a link for somebody: shown here, to be copied into a mail; nothing is sent by itself. */
export function InviteForm({ event, sessions }: { event: EventView; sessions: readonly SessionView[] }) {
  const talks = sessions
    .filter(takesQuestions)
    .toSorted((a, b) => Date.parse(a.plannedStart) - Date.parse(b.plannedStart));
  const [session, setSession] = useState(talks[0]?.id ?? '');
  const [role, setRole] = useState<(typeof roles)[number]>('moderator');
  const [room, setRoom] = useState(event.rooms[0]?.id ?? '');
  const [name, setName] = useState('');
  const [made, setMade] = useState<readonly MadeFor[]>([]);
  const announce = useAnnounce();
  const make = async () => {
    const whom = {
      role: role === 'lectern' ? ('speaker' as const) : role,
      ...((role === 'projector' || role === 'lectern') && { room }),
      ...(role === 'speaker' && { session }),
      ...(name.trim() !== '' && { name: name.trim() }),
    };
    const answer = await invite(event.slug, 'organizer', whom);
    if (!answer.ok) return announce(staffSentence(answer.refusal));
    const title = name.trim() === '' ? say(`role.${role}`) : `${name.trim()}, ${say(`role.${role}`)}`;
    const mail =
      role === 'moderator'
        ? (link: string) => say('invite.mail', { hello: helloTo(name.trim()), event: event.title, link })
        : undefined;
    setMade((before) => [{ name: title, made: answer.value, mail }, ...before]);
    setName('');
    announce(say('invite.for', { who: title }));
  };
  return (
    <Part folds title={say('invite.heading')} note={say('invite.how')}>
      <form
        className={css.inviteForm}
        onSubmit={(submit) => {
          submit.preventDefault();
          void make();
        }}
      >
        <label>
          {say('invite.role')}
          <select
            value={role}
            onChange={({ target }) => setRole(roles.find((each) => each === target.value) ?? 'moderator')}
          >
            {roles.map((each) => (
              <option key={each} value={each}>
                {say(`role.${each}`)}
              </option>
            ))}
          </select>
        </label>
        {role === 'projector' || role === 'lectern' ? (
          <label>
            {say('invite.room')}
            <select value={room} onChange={({ target }) => setRoom(target.value)}>
              {event.rooms.map((each) => (
                <option key={each.id} value={each.id}>
                  {isolated(each.name)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label>
            {say('invite.name')}
            <input dir="auto" value={name} maxLength={80} onChange={({ target }) => setName(target.value)} />
          </label>
        )}
        {role === 'speaker' && (
          <label>
            {say('invite.session')}
            <select value={session} onChange={({ target }) => setSession(target.value)}>
              {talks.map((each) => (
                <option key={each.id} value={each.id}>
                  {isolated(each.title)}
                </option>
              ))}
            </select>
          </label>
        )}
        <Button type="submit" kind="primary">
          {say('invite.make')}
        </Button>
      </form>
      {made.length > 0 && (
        <ul className={css.madeLinks}>
          {made.map(({ name: title, made: link, mail }) => (
            <li key={link.path}>
              <h3>{title}</h3>
              <MadeLink made={link} mail={mail} label={say('invite.for', { who: title })} />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
