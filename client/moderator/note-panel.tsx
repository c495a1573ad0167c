import { useState } from 'react';
import type { EventView, SessionView } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import css from './side-panel.module.css';
import { SidePanel } from './side-panel.tsx';
import { timelineMessages } from './timeline-messages.en.ts';

const say = catalogue(timelineMessages);

const presets = ['wrapUp', 'two', 'repeat', 'louder'] as const;

/** A message to a session's speaker: what they read now, whether they have, and the next one. */
export function NotePanel({
  event,
  session,
  onWrite,
  onClose,
}: {
  event: EventView;
  session: SessionView;
  onWrite: (session: SessionView, text: string | null) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const write = (words: string) => {
    if (words.trim() === '') return;
    onWrite(session, words.trim());
    setText('');
  };
  const time = (at: string) => clockTime(Date.parse(at), event.timezone);
  const { note, speakerSawAt } = session;
  return (
    <SidePanel title={say('note.title')} onClose={onClose}>
      <p className={css.note}>{say('note.of', { title: session.title })}</p>
      <p className={css.note}>
        {speakerSawAt ? say('note.saw', { time: time(speakerSawAt) }) : say('note.notSeen')}
      </p>
      {note && (
        <div className={css.group} role="status">
          <p>{say('note.standing', { text: note.text })}</p>
          <p>{note.notedAt === null ? say('note.unread') : say('note.read', { time: time(note.notedAt) })}</p>
          <Button size="small" onClick={() => onWrite(session, null)}>
            {say('note.takeBack')}
          </Button>
        </div>
      )}
      <div className={css.group}>
        {presets.map((preset) => (
          <Button key={preset} onClick={() => write(say(`note.preset.${preset}`))}>
            {say(`note.preset.${preset}`)}
          </Button>
        ))}
      </div>
      <form
        className={css.form}
        onSubmit={(submit) => {
          submit.preventDefault();
          write(text);
        }}
      >
        <label htmlFor="note-text">{say('note.own')}</label>
        <textarea
          dir="auto"
          id="note-text"
          rows={2}
          maxLength={200}
          value={text}
          onChange={(change) => setText(change.currentTarget.value)}
          onKeyDown={(key) => {
            if (key.key !== 'Enter' || key.shiftKey) return;
            key.preventDefault();
            write(text);
          }}
        />
        <div className={css.deeds}>
          <Button kind="primary" type="submit" disabled={text.trim() === ''}>
            {say('note.send')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
