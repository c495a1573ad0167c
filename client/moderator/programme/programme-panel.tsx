import { useState } from 'react';
import { worthTelling } from '../../../shared/views/next-step.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { cityOf } from '../../look/cities.ts';
import { catalogue } from '../../look/messages.ts';
import { Switch } from '../../look/switch.tsx';
import { StaffLink } from '../../people/staff-link.tsx';
import { isLocked } from '../../rundown/lock.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { SidePanel } from '../panels/side-panel.tsx';
import { heldWords } from './held-words.ts';
import css from './programme-panel.module.css';
import { SessionRow } from './session-row.tsx';

const say = catalogue(timelineMessages);

/** The day of a room: its sessions and parts, and everything that can be done to their times. */
export function ProgrammePanel({
  event,
  room,
  programme,
  actions,
  internal,
  onInternal,
  onNote,
  onClose,
}: {
  event: EventView;
  room: string;
  programme: readonly SessionView[];
  actions: SessionActions;
  internal: boolean;
  onInternal: (on: boolean) => void;
  onNote: (session: SessionView) => void;
  onClose: () => void;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const held = heldWords(programme);
  const locked = (session: SessionView) => isLocked(programme, session) && open !== session.id;
  return (
    <SidePanel title={say('programme.heading')} onClose={onClose}>
      <div className={css.tell}>
        <Switch
          label={say('tell.internal')}
          hint={internal ? say('tell.internalHint') : say('tell.byItself', { minutes: worthTelling })}
          checked={internal}
          onChange={onInternal}
        />
        {held !== null && (
          <p className={css.held} role="status">
            {held}{' '}
            <Button size="small" kind="primary" onClick={actions.tell}>
              {say('tell.do')}
            </Button>
          </p>
        )}
      </div>
      <p className={css.note}>
        {say('programme.zone', { city: cityOf(event.timezone) })}{' '}
        {programme.some((session) => isLocked(programme, session)) && say('programme.locked')}
      </p>
      <ul className={css.sessions}>
        {programme.map((session) => (
          <SessionRow
            key={session.id}
            event={event}
            programme={programme}
            session={session}
            actions={actions}
            locked={locked(session)}
            open={open === session.id}
            onUnlock={() => setOpen(session.id)}
            onOpen={(wanted) => setOpen(wanted ? session.id : null)}
            onNote={() => onNote(session)}
          />
        ))}
      </ul>
      <StaffLink
        slug={event.slug}
        as="moderator"
        label={say('link.lectern')}
        whom={{ role: 'speaker', room }}
      />
    </SidePanel>
  );
}
