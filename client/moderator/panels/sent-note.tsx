import type { NoteView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { timelineMessages } from '../messages/timeline.en.ts';
import css from './sent-note.module.css';

const say = catalogue(timelineMessages);

/** What a speaker was told last, and what became of it: when it was sent, then when it was understood. */
export function sentWords({ text, at, notedAt }: NoteView, zone: string): string {
  return notedAt === null
    ? say('note.sent', { text, time: clockTime(Date.parse(at), zone) })
    : say('note.understood', { text, time: clockTime(Date.parse(notedAt), zone) });
}

/** The message that stands at a session's speaker, and the way to take it away. */
export function SentNote({
  note,
  zone,
  off = false,
  onTakeAway,
}: {
  note: NoteView;
  zone: string;
  /** Nothing can be done now. */
  off?: boolean;
  onTakeAway: () => void;
}) {
  return (
    <div className={css.sent} data-understood={note.notedAt !== null}>
      <p role="status">{sentWords(note, zone)}</p>
      <Button size="small" aria-disabled={off || undefined} onClick={() => !off && onTakeAway()}>
        {say('note.takeAway')}
      </Button>
    </div>
  );
}
