import { type ReactNode, useState } from 'react';
import { takesQuestions } from '../../../shared/rundown/session.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { SelectMenu } from '../../look/select-menu.tsx';
import { clockTime } from '../../look/zones.ts';
import { StaffLink } from '../../people/staff-link.tsx';
import { typedTime } from '../../rundown/typed-time.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { MinuteButtons } from './minute-buttons.tsx';
import css from './programme-panel.module.css';
import { instantNear, placesFor } from './timeline.ts';

const say = catalogue(timelineMessages);

const modes = ['auto', 'open', 'lastCall', 'closed'] as const;
const steps = [-5, -1, 1, 5];

interface ToolsProps {
  event: EventView;
  programme: readonly SessionView[];
  session: SessionView;
  actions: SessionActions;
  onNote: () => void;
}

/** All that can be done to one session: what it offers depends on how far it has come. */
export function SessionTools({ event, programme, session, actions, onNote }: ToolsProps) {
  const { status } = session;
  const coming = status === 'upcoming' || status === 'due';
  return (
    <div className={css.tools}>
      {(coming || status === 'onAir') && (
        <Line label={say('length.label')} value={lengthOf(session)}>
          <MinuteButtons
            of="length"
            title={session.title}
            steps={steps}
            onStep={(minutes) => actions.extend(session, minutes)}
          />
        </Line>
      )}
      {coming && <Coming event={event} programme={programme} session={session} actions={actions} />}
      {session.startedAt !== null && (
        <Correction
          key={`from ${session.startedAt}`}
          label={say('began.label')}
          at={session.startedAt}
          zone={event.timezone}
          onCorrect={(at, time) => actions.began(session, at, time)}
        />
      )}
      {session.startedAt !== null && session.endedAt !== null && (
        <Correction
          key={`to ${session.endedAt}`}
          label={say('ended.label')}
          at={session.endedAt}
          zone={event.timezone}
          onCorrect={(at, time) => actions.ended(session, at, time)}
        />
      )}
      {status === 'onAir' && takesQuestions(session) && (
        <Line label={say('qa.label')}>
          <SelectMenu
            label={say('of.session', { what: say('qa.label'), title: session.title })}
            value={session.questionsMode}
            choices={modes.map((id) => ({ id, name: say(`qa.${id}`) }))}
            onChoose={(id) => actions.mode(session, modes.find((mode) => mode === id) ?? 'auto')}
          />
        </Line>
      )}
      <div className={css.line}>
        {(session.startedAt !== null || status === 'cancelled') && (
          <Button size="small" onClick={() => actions.reset(session)}>
            {status === 'cancelled' ? say('do.restore') : say('do.reset')}
          </Button>
        )}
        {takesQuestions(session) && status !== 'cancelled' && (
          <Button size="small" onClick={onNote}>
            {say('note.title')}
          </Button>
        )}
        {coming && <CancelIt session={session} actions={actions} />}
      </div>
      {takesQuestions(session) && (
        <StaffLink
          slug={event.slug}
          as="moderator"
          label={say('link.speaker')}
          whom={{ role: 'speaker', session: session.id }}
        />
      )}
    </div>
  );
}

function Coming({ event, programme, session, actions }: Omit<ToolsProps, 'onNote'>) {
  const { up, down } = placesFor(programme, session);
  const start = clockTime(Date.parse(session.expectedStart ?? session.plannedStart), event.timezone);
  return (
    <>
      <Line label={say('start.label')} value={start}>
        <MinuteButtons
          of="start"
          title={session.title}
          steps={steps}
          onStep={(minutes) => actions.move(session, minutes)}
        />
      </Line>
      {(up !== undefined || down !== undefined) && (
        <Line label={say('do.order')}>
          <Button
            size="small"
            disabled={up === undefined}
            aria-label={say('of.session', { what: say('do.up'), title: session.title })}
            onClick={() => up !== undefined && actions.place(session, up)}
          >
            {say('do.up')}
          </Button>
          <Button
            size="small"
            disabled={down === undefined}
            aria-label={say('of.session', { what: say('do.down'), title: session.title })}
            onClick={() => down !== undefined && actions.place(session, down)}
          >
            {say('do.down')}
          </Button>
        </Line>
      )}
    </>
  );
}

function Line({ label, value, children }: { label: string; value?: string; children: ReactNode }) {
  return (
    <div className={css.line}>
      <span className={css.label}>
        {label} {value !== undefined && <strong>{value}</strong>}
      </span>
      {children}
    </div>
  );
}

/** When something really happened, to be put right: a time of day in the event's zone. */
function Correction(props: {
  label: string;
  at: string;
  zone: string;
  onCorrect: (at: string, time: string) => void;
}) {
  const { label, at, zone, onCorrect } = props;
  const shown = clockTime(Date.parse(at), zone);
  const [time, setTime] = useState(shown);
  const typed = typedTime(time);
  const wanted = typed === null ? null : instantNear(Date.parse(at), typed, zone);
  const same = typed === shown;
  return (
    <form
      className={css.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== null && typed !== null && !same) onCorrect(wanted, typed);
      }}
    >
      <label className={css.label}>
        {label}{' '}
        <input
          dir="ltr"
          inputMode="numeric"
          autoComplete="off"
          className={css.time}
          value={time}
          required
          aria-invalid={typed === null || undefined}
          onChange={(event) => setTime(event.currentTarget.value)}
        />
      </label>
      <Button size="small" type="submit" disabled={wanted === null || same}>
        {say('began.save')}
      </Button>
      <span role="status">{typed === null && say('began.how')}</span>
    </form>
  );
}

/** Cancelling asks once more, in place: everybody hears of it. */
function CancelIt({ session, actions }: { session: SessionView; actions: SessionActions }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <Button size="small" kind="danger" onClick={() => setAsked(true)}>
        {say('do.cancel')}
      </Button>
    );
  return (
    <span className={css.sure} role="alert">
      {say('do.cancelSure')}
      <Button size="small" kind="danger" onClick={() => actions.cancel(session)}>
        {say('do.cancelYes')}
      </Button>
      <Button size="small" onClick={() => setAsked(false)}>
        {say('do.cancelNo')}
      </Button>
    </span>
  );
}

function lengthOf(session: SessionView): string {
  const from = Date.parse(session.startedAt ?? session.expectedStart ?? session.plannedStart);
  const to = Date.parse(session.expectedEnd ?? session.plannedEnd);
  return say('length.minutes', { minutes: Math.round((to - from) / 60_000) });
}
