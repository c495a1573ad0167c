import { useState } from 'react';
import type { SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { caretAtEnd } from './caret-at-end.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useDeskDraft } from './use-desk-draft.ts';

const say = catalogue(deskMessages);

/**
 * Logs what somebody asked at the room's microphone, so that screen, balance and export are true. It was asked in the
 * session that took questions when the panel was opened, whatever begins while somebody types. Enter logs alone: nothing
 * goes on the screen but by a button that says so.
 */
export function RoomQuestionPanel({
  session,
  onLog,
  onClose,
}: {
  /** The session that takes questions; null where none does. */
  session: SessionView | null;
  /** Gives whether it was done. */
  onLog: (session: SessionView, text: string, show: boolean) => Promise<boolean>;
  onClose: () => void;
}) {
  const [asked] = useState(session);
  const { text, write, hand } = useDeskDraft('room question');
  const log = (show: boolean) => {
    if (asked === null) return;
    void hand((words) => onLog(asked, words, show));
    onClose();
  };
  return (
    <SidePanel title={say('room.title')} onClose={onClose}>
      <p className={css.note}>{asked ? say('room.of', { title: asked.title }) : say('room.none')}</p>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          log(false);
        }}
      >
        <label htmlFor="room-question">{say('room.text')}</label>
        <textarea
          ref={caretAtEnd}
          dir="auto"
          id="room-question"
          rows={3}
          maxLength={300}
          value={text}
          // biome-ignore lint/a11y/noAutofocus: it opens at the operator's own press, to be typed into
          autoFocus
          onChange={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            log(false);
          }}
        />
        <div className={css.actions}>
          <Button kind="primary" type="submit" disabled={asked === null}>
            {say('room.log')}
          </Button>
          <Button kind="live" disabled={asked === null} onClick={() => log(true)}>
            {say('room.logShow')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
