import type { EventView, PartView, SessionView } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import { takesQuestions } from './lists.ts';
import { deskMessages } from './messages.en.ts';
import type { SessionDeeds } from './programme-bar.tsx';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';

const say = catalogue(deskMessages);

const modes = ['auto', 'open', 'lastCall', 'closed'] as const;

/** The sessions and parts of a room, to start and end them. */
export function ProgrammePanel({
  event,
  programme,
  deeds,
  onClose,
}: {
  event: EventView;
  programme: readonly SessionView[];
  deeds: SessionDeeds;
  onClose: () => void;
}) {
  return (
    <SidePanel title={say('desk.programme')} onClose={onClose}>
      <p className={css.note}>{say('programme.starting')}</p>
      <ul className={css.sessions}>
        {programme.map((session) => (
          <li key={session.id}>
            <SessionRow event={event} session={session} deeds={deeds} />
            {session.parts.map((part) => (
              <PartRow key={part.id} event={event} session={session} part={part} deeds={deeds} />
            ))}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}

function SessionRow({
  event,
  session,
  deeds,
}: {
  event: EventView;
  session: SessionView;
  deeds: SessionDeeds;
}) {
  const { status } = session;
  const word = {
    upcoming: 'programme.upcoming',
    due: 'programme.dueState',
    onAir: 'programme.onAir',
    ended: 'programme.ended',
    cancelled: 'programme.cancelled',
  } as const;
  return (
    <div
      className={css.session}
      data-now={status === 'onAir'}
      data-over={status === 'ended' || status === 'cancelled'}
    >
      <span>{span(event, session)}</span>
      <span>
        <span className={css.name}>{session.title}</span>{' '}
        <span className={css.state}>{say(word[status])}</span>
      </span>
      <span className={css.deeds}>
        {status === 'onAir' && takesQuestions(session) && (
          <select
            aria-label={say('qa.mode')}
            value={session.questionsMode}
            onChange={({ currentTarget: { value } }) =>
              deeds.mode(session, modes.find((mode) => mode === value) ?? 'auto')
            }
          >
            {modes.map((mode) => (
              <option key={mode} value={mode}>
                {say('qa.mode')}: {say(`qa.mode.${mode}`)}
              </option>
            ))}
          </select>
        )}
        {(status === 'upcoming' || status === 'due') && (
          <Button size="small" onClick={() => deeds.start(session)}>
            {say('do.start')}
          </Button>
        )}
        {status === 'onAir' && (
          <Button size="small" onClick={() => deeds.end(session)}>
            {say('do.end')}
          </Button>
        )}
        {(status === 'onAir' || status === 'ended') && (
          <Button size="small" kind="quiet" onClick={() => deeds.reset(session)}>
            {say('do.reset')}
          </Button>
        )}
      </span>
    </div>
  );
}

function PartRow({
  event,
  session,
  part,
  deeds,
}: {
  event: EventView;
  session: SessionView;
  part: PartView;
  deeds: SessionDeeds;
}) {
  const running = part.startedAt !== null && part.endedAt === null;
  return (
    <div className={`${css.session} ${css.part}`} data-now={running} data-over={part.endedAt !== null}>
      <span>{span(event, part)}</span>
      <span className={css.name}>{part.title}</span>
      <span className={css.deeds}>
        {part.startedAt === null && session.status !== 'ended' && (
          <Button size="small" onClick={() => deeds.start(session, part.id)}>
            {say('do.start')}
          </Button>
        )}
        {running && (
          <Button size="small" onClick={() => deeds.end(session, part.id)}>
            {say('do.end')}
          </Button>
        )}
      </span>
    </div>
  );
}

/** From when to when: as it happened, else as it is expected, else as it was planned. */
function span(
  event: EventView,
  row: Pick<
    SessionView,
    'startedAt' | 'endedAt' | 'expectedStart' | 'expectedEnd' | 'plannedStart' | 'plannedEnd'
  >,
): string {
  const from = row.startedAt ?? row.expectedStart ?? row.plannedStart;
  const to = row.endedAt ?? row.expectedEnd ?? row.plannedEnd;
  return `${clockTime(Date.parse(from), event.timezone)}–${clockTime(Date.parse(to), event.timezone)}`;
}
