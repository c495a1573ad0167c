import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import { nextStep } from '../../../shared/views/next-step.ts';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { minutesLate } from '../../stage/clock-text.ts';
import { partOnAir } from '../../stage/room-programme.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { untold } from '../programme/timeline.ts';
import css from './chair.module.css';

const say = catalogue(timelineMessages);

/**
 * What the programme asks of whoever chairs: to begin what is due, to go on where the time is over, to tell everyone what
 * the crew alone knows; nothing while none of it is asked. `off` says why nothing can be done now.
 */
export function ChairStep(props: {
  event: EventView;
  programme: readonly SessionView[];
  actions: SessionActions;
  off: boolean;
}) {
  const { programme, actions, off } = props;
  const held = untold(programme).length;
  const { now, next } = whereWeAre(programme);
  return (
    <>
      {next?.status === 'due' ? <Due {...props} session={next} /> : now && <Over {...props} session={now} />}
      {held > 0 && (
        <div className={css.step}>
          <p>{say('tell.held', { count: held })}</p>
          <Button kind="primary" aria-disabled={off || undefined} onClick={actions.tell}>
            {say('tell.do')}
          </Button>
        </div>
      )}
    </>
  );
}

interface StepProps {
  event: EventView;
  programme: readonly SessionView[];
  session: SessionView;
  actions: SessionActions;
  off: boolean;
}

/** A session that should have begun: now, when it was due, or not yet. */
function Due({ event, session, actions, off }: StepProps) {
  const { title, notYet } = session;
  const since = session.dueSince ?? session.expectedStart ?? session.plannedStart;
  const time = clockTime(Date.parse(since), event.timezone);
  const minutes = minutesLate(session.plannedStart, session.expectedStart);
  const [first = null] = session.parts;
  const disabled = off || undefined;
  return (
    <div className={css.step} role="status">
      <p>{notYet ? say('due.waits', { title, minutes }) : say('due.ask', { title, time })}</p>
      <Button kind="primary" aria-disabled={disabled} onClick={() => actions.start(session, first)}>
        {say('due.now')}
      </Button>
      {!notYet && (
        <>
          <Button aria-disabled={disabled} onClick={() => actions.began(session, since, time, first)}>
            {say('due.at', { time })}
          </Button>
          <Button aria-disabled={disabled} onClick={() => actions.notYet(session)}>
            {say('due.notYet')}
          </Button>
        </>
      )}
    </div>
  );
}

/** What runs is over its time: what comes next begins by a press, and ends it. */
function Over({ programme, session, actions, off }: StepProps) {
  const at = useServerNow(1_000);
  const { expectedEnd } = partOnAir(session) ?? session;
  const step = nextStep(programme);
  if (expectedEnd === null || Date.parse(expectedEnd) > at) return null;
  const title = step && (step.session === session ? (step.part ?? session).title : step.session.title);
  return (
    <div className={css.step}>
      <p>{title === null ? say('next.nothing') : say('next.title', { title })}</p>
      <Button
        kind="primary"
        aria-disabled={off || undefined}
        onClick={() => (step ? actions.start(step.session, step.part) : actions.end(session))}
      >
        {step ? say('next.do') : say('do.end')}
      </Button>
    </div>
  );
}
