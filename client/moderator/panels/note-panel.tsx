import type { EventView, SessionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import { caretAtEnd } from './caret-at-end.ts';
import { SentNote } from './sent-note.tsx';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { useDeskDraft } from './use-desk-draft.ts';

const say = catalogue(timelineMessages);

/** What a speaker is told most often, in the order of the buttons: before their session, and while it runs. */
export function notePresets({ status }: SessionView) {
  return status === 'onAir'
    ? (['two', 'wrapUp', 'repeat', 'louder'] as const)
    : (['next', 'check', 'late', 'louder'] as const);
}

/** A message to a session's speaker: what they read now, whether they have, and the next one. */
export function NotePanel({
  event,
  session,
  onWrite,
  onClose,
}: {
  event: EventView;
  session: SessionView;
  /** Gives whether it was done. */
  onWrite: (session: SessionView, text: string | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const draft = useDeskDraft(`note ${session.id}`);
  const nothing = draft.text.trim() === '';
  const send = () => {
    if (!nothing && !draft.underway) void draft.hand((words) => onWrite(session, words));
  };
  const time = (at: string) => clockTime(Date.parse(at), event.timezone);
  const { note, speakerSawAt } = session;
  return (
    <SidePanel title={say('note.title')} onClose={onClose}>
      <p className={css.note}>{say('note.of', { title: session.title })}</p>
      <p className={css.note}>
        {speakerSawAt ? say('note.saw', { time: time(speakerSawAt) }) : say('note.notSeen')}
      </p>
      {note && <SentNote note={note} zone={event.timezone} onTakeAway={() => void onWrite(session, null)} />}
      <div className={css.group}>
        {notePresets(session).map((preset) => (
          <Button key={preset} onClick={() => void onWrite(session, say(`note.preset.${preset}`))}>
            {say(`note.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <form
        className={css.form}
        onSubmit={(submit) => {
          submit.preventDefault();
          send();
        }}
      >
        <label htmlFor="note-text">{say('note.own')}</label>
        <textarea
          ref={caretAtEnd}
          dir="auto"
          id="note-text"
          rows={2}
          maxLength={200}
          value={draft.text}
          onChange={(change) => draft.write(change.currentTarget.value)}
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.shiftKey) return;
            key.preventDefault();
            send();
          }}
        />
        <div className={css.actions}>
          <Button kind="primary" type="submit" disabled={nothing || draft.underway}>
            {say('note.send')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
