import { whereWeAre } from '../../../shared/rundown/on-now.ts';
import { nextStep } from '../../../shared/views/next-step.ts';
import type { SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { notePresets } from '../panels/note-panel.tsx';
import { MinuteButtons } from '../programme/minute-buttons.tsx';
import css from './chair.module.css';

const say = catalogue(deskMessages);
const sayTimes = catalogue(timelineMessages);

/** A minute more or less, what runs and what comes, and what a speaker is told. */
export function ChairAside({
  session,
  programme,
  actions,
  off,
}: {
  session: SessionView | null;
  programme: readonly SessionView[];
  actions: SessionActions;
  off: boolean;
}) {
  const disabled = off || undefined;
  const { now } = whereWeAre(programme);
  const step = nextStep(programme);
  return (
    <>
      {(now ?? step) !== null && (
        <section className={css.group} aria-labelledby="chair-time">
          <h2 id="chair-time" className={css.title}>
            {say('chair.time')}
          </h2>
          <div className={css.time}>
            {now && (
              <>
                <MinuteButtons
                  of="length"
                  title={now.title}
                  steps={[-1, 1]}
                  off={off}
                  onStep={(minutes) => actions.extend(now, minutes)}
                />
                <Button aria-disabled={disabled} onClick={() => actions.end(now)}>
                  {sayTimes('do.end')}
                </Button>
              </>
            )}
            {step && (
              <Button aria-disabled={disabled} onClick={() => actions.start(step.session, step.part)}>
                {sayTimes('next.do')}
              </Button>
            )}
          </div>
        </section>
      )}
      {session !== null && (
        <section className={css.group} aria-labelledby="chair-messages">
          <h2 id="chair-messages" className={css.title}>
            {say('chair.messages')}
          </h2>
          <div className={css.messages}>
            {notePresets.map((preset) => (
              <Button
                key={preset}
                aria-disabled={disabled}
                onClick={() => void actions.note(session, sayTimes(`note.preset.${preset}`))}
              >
                {sayTimes(`note.preset.${preset}`)}
              </Button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
