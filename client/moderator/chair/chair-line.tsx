import { useEffect, useState } from 'react';
import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { ConnectionBanner } from '../../look/connection-banner.tsx';
import { catalogue } from '../../look/messages.ts';
import { ClockNotice } from '../../rundown/clock-notice.tsx';
import { noteAge } from '../../rundown/note-age.ts';
import type { SessionActions } from '../actions/session-actions.ts';
import { undoWindow } from '../actions/undo-stack.ts';
import type { Notice } from '../actions/use-commands.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { sentWords } from '../panels/sent-note.tsx';
import css from './chair.module.css';
import { chairStep } from './chair-step.ts';

const say = catalogue(deskMessages);

/** For how long what was done is said before what the programme asks, in milliseconds; Undo stays for longer. */
const noticeFirst = 8_000;

interface LineProps {
  event: EventView;
  programme: readonly SessionView[];
  /** The session whose speaker is written to. */
  active: SessionView | null;
  actions: SessionActions;
  /** Nothing can be done now. */
  off: boolean;
  notice: Notice | null;
  onUndo: () => void;
  onGone: () => void;
}

/**
 * The one line of a chair: what was just done, with Undo; else what the programme asks, with its answers; else what became
 * of the last message to the speaker. Trouble of clock and connection stands above it.
 */
export function ChairLine(props: LineProps) {
  const { event, off, notice, onUndo, onGone } = props;
  const at = useServerNow(1_000);
  const [seen, setSeen] = useState<Notice | null>(null);
  useEffect(() => {
    if (notice === null) return;
    const timers = [setTimeout(() => setSeen(notice), noticeFirst), setTimeout(onGone, undoWindow)];
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [notice, onGone]);
  const step = chairStep(props, at);
  const done = notice !== null && (step === null || seen !== notice) ? notice : null;
  return (
    <div className={css.line}>
      <ClockNotice event={event} />
      <ConnectionBanner />
      <div className={css.step} data-asks={step !== null && done === null}>
        <p data-kind={done?.kind} role={done ? undefined : 'status'}>
          {done?.text ?? step?.text ?? receipt(props, at)}
        </p>
        {notice?.undo && <Button onClick={onUndo}>{say('do.undo')}</Button>}
        {step?.choices.map(({ name, act }, place) => (
          <Button
            key={name}
            kind={place === 0 ? 'primary' : 'plain'}
            aria-disabled={off || undefined}
            onClick={act}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** What became of the last message to the speaker, for as long as that is news. */
function receipt({ active, event }: LineProps, at: number): string | null {
  const note = active?.note;
  if (!note || noteAge(active, note, at) === null) return null;
  return noteAge(active, { ...note, at: note.notedAt ?? note.at, notedAt: null }, at) === 'fresh'
    ? sentWords(note, event.timezone)
    : null;
}
