import type { NoteView } from '../../shared/views/view.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';
import { useNoted } from './use-noted.ts';
import { clockWords } from './words.ts';

const say = catalogue(speakerMessages);

/**
 * The chair's message at the lower edge, within reach of a thumb, with the one button that tells the desk that it was
 * read. What is above it stays where it was.
 */
export function NoteCard({ note, session, zone }: { note: NoteView | null; session: string; zone: string }) {
  const mine = useMyZone();
  const { noted, busy, problem } = useNoted(session);
  return (
    <div className={css.noteSlot} aria-live="assertive">
      {note && (
        <section className={css.note} data-noted={note.notedAt !== null} aria-labelledby="note-title">
          <h2 id="note-title">{say('note.heading')}</h2>
          <p className={css.noteText} dir="auto">
            {note.text}
          </p>
          {note.notedAt === null ? (
            <Button kind="primary" className={css.thumb} disabled={busy} onClick={() => void noted(note.id)}>
              {say('note.understood')}
            </Button>
          ) : (
            <p className={css.done}>
              {say('note.noted', { time: clockWords(Date.parse(note.notedAt), zone, mine) })}
            </p>
          )}
          {problem !== null && <p className={css.problem}>{say('send.failed', { reason: problem })}</p>}
        </section>
      )}
    </div>
  );
}
