import type { NoteView, SessionView } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { useMyZone } from '../look/my-zone.ts';
import { noteAge } from '../rundown/note-age.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';
import { useNoted } from './use-noted.ts';
import { ageWords, clockWords } from './words.ts';

const say = catalogue(speakerMessages);

/**
 * The chair's message at the lower edge, within reach of a thumb, with the one button that tells the desk that it was
 * read; after two minutes it is a line. What is above it stays where it was.
 */
export function NoteCard({
  note,
  session,
  zone,
}: {
  note: NoteView | null;
  session: SessionView;
  zone: string;
}) {
  const mine = useMyZone();
  const at = useServerNow(1_000);
  const { noted, busy, problem } = useNoted(session.id);
  const age = noteAge(session, note, at);
  return (
    <div className={css.noteSlot} aria-live="assertive">
      {note && age !== null && (
        <section
          className={css.note}
          data-quiet={age === 'quiet'}
          data-noted={note.notedAt !== null}
          aria-labelledby="note-title"
        >
          <p className={css.noteHead}>
            <strong id="note-title">{say('note.heading')}</strong>{' '}
            <span aria-live="off">{ageWords(note.at, at)}</span>
          </p>
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
