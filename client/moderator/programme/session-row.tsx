import type { EventView, PartView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { awaitedStart, minutesLate } from '../../stage/clock-text.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import css from './programme-panel.module.css';
import { SessionTools } from './session-tools.tsx';

const say = catalogue(timelineMessages);

/** One session of the programme with its parts: its times, its state, and behind *Change* all that can be done to it. */
export function SessionRow(props: {
  event: EventView;
  programme: readonly SessionView[];
  session: SessionView;
  actions: SessionActions;
  locked: boolean;
  open: boolean;
  onUnlock: () => void;
  onOpen: (open: boolean) => void;
  onNote: () => void;
}) {
  const { event, session, actions, locked, open } = props;
  const { status, title } = session;
  return (
    <li className={css.item} data-open={open}>
      <div
        className={css.session}
        data-now={status === 'onAir'}
        data-over={status === 'ended' || status === 'cancelled'}
      >
        <Span event={event} row={session} />
        <span>
          <span className={css.name}>{title}</span> <State session={session} />
        </span>
        <span className={css.actions}>
          {status === 'onAir' && (
            <Button size="small" onClick={() => actions.end(session)}>
              {say('do.end')}
            </Button>
          )}
          {!locked && (status === 'upcoming' || status === 'due') && (
            <Button size="small" onClick={() => actions.start(session, session.parts[0])}>
              {say('do.start')}
            </Button>
          )}
          {locked ? (
            <Button
              size="small"
              kind="quiet"
              aria-label={say('row.unlockOf', { title })}
              onClick={props.onUnlock}
            >
              {say('row.unlock')}
            </Button>
          ) : (
            <Button
              size="small"
              kind="quiet"
              aria-expanded={open}
              aria-label={say('row.changeOf', { title })}
              onClick={() => props.onOpen(!open)}
            >
              {say('row.change')}
            </Button>
          )}
        </span>
      </div>
      {open && (
        <SessionTools
          event={event}
          programme={props.programme}
          session={session}
          actions={actions}
          onNote={props.onNote}
        />
      )}
      {session.parts.map((part) => (
        <PartRow
          key={part.id}
          event={event}
          session={session}
          part={part}
          actions={actions}
          locked={locked}
        />
      ))}
    </li>
  );
}

function State({ session }: { session: SessionView }) {
  const { status } = session;
  const at = useServerNow(60_000);
  const late =
    status === 'ended' || status === 'cancelled'
      ? 0
      : session.startedAt === null
        ? minutesLate(session.plannedStart, awaitedStart(session, at))
        : minutesLate(session.plannedEnd, session.expectedEnd);
  const words = [
    say(session.passed && status === 'due' ? 'state.passed' : `state.${status}`),
    ...(session.assumed && status === 'onAir' ? [say('state.assumed')] : []),
    ...(late > 0 ? [say('row.late', { minutes: late })] : []),
    ...(late < 0 ? [say('row.early', { minutes: -late })] : []),
    ...(session.fixed ? [say('row.fixed')] : []),
  ];
  return <span className={css.state}>{words.join(' · ')}</span>;
}

function PartRow(props: {
  event: EventView;
  session: SessionView;
  part: PartView;
  actions: SessionActions;
  locked: boolean;
}) {
  const { event, session, part, actions, locked } = props;
  const running = part.startedAt !== null && part.endedAt === null;
  return (
    <div className={`${css.session} ${css.part}`} data-now={running} data-over={part.endedAt !== null}>
      <Span event={event} row={part} />
      <span className={css.name}>{part.title}</span>
      <span className={css.actions}>
        {part.startedAt === null &&
          !locked &&
          session.status !== 'ended' &&
          session.status !== 'cancelled' && (
            <Button size="small" onClick={() => actions.start(session, part)}>
              {say('do.start')}
            </Button>
          )}
        {running && (
          <Button size="small" onClick={() => actions.end(session, part)}>
            {say('do.end')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** From when to when: as it happened, else as it is expected; the planned start struck through where it moved. */
function Span({ event, row }: { event: EventView; row: SessionView | PartView }) {
  const time = (at: string) => clockTime(Date.parse(at), event.timezone);
  const from = time(row.startedAt ?? row.expectedStart ?? row.plannedStart);
  const to = time(row.endedAt ?? row.expectedEnd ?? row.plannedEnd);
  const planned = time(row.plannedStart);
  return (
    <span className={css.times}>
      {planned !== from && <s>{planned}</s>}{' '}
      <span data-moved={planned !== from}>
        {from}–{to}
      </span>
    </span>
  );
}
