import type { EventView, NoteView, QuestionView, View } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { clockTime } from '../look/zones.ts';
import { noteAge } from '../rundown/note-age.ts';
import { announced, nextTwo, onScreen } from './facts.ts';
import { FittedWords } from './fitted-words.tsx';
import css from './lectern.module.css';
import { speakerMessages } from './messages.en.ts';
import { ageWords } from './words.ts';

const say = catalogue(speakerMessages);

/** Sizes in percent of the screen's height: the chair's message, and the question on screen. */
const noteSizes = { most: 12, least: 5 } as const;
const questionSizes = { most: 9, least: 6 } as const;

/** What is to be read at the lectern: the chair's message, the question on screen, the next two; else what this is. */
export function LecternTexts(props: { view: View; event: EventView; at: number; hidden: boolean }) {
  const { view, event, at, hidden } = props;
  const note = view.note ?? null;
  const screen = onScreen(view);
  const age = noteAge(view.session ?? null, note, at);
  const waiting = age === 'fresh';
  const question = screen.kind === 'question' ? screen.question : null;
  // A message that waits for the speaker goes before what can wait.
  const next = hidden || (waiting && question !== null) ? [] : nextTwo(view);
  return (
    <div className={css.texts}>
      {note && waiting && (
        <section className={css.note} aria-label={say('note.heading')} aria-live="assertive">
          <FittedWords text={note.text} sizes={noteSizes} className={css.middle ?? ''} />
          <p className={css.age} aria-live="off">
            {ageWords(note.at, at)}
          </p>
        </section>
      )}
      <Told view={view} at={at} brief={waiting || question !== null} />
      {note && age === 'quiet' && <Quiet note={note} at={at} zone={event.timezone} />}
      {question && (
        <section className={css.question} aria-label={say('screen.heading')}>
          <p className={css.label}>{labelOf(question)}</p>
          <FittedWords
            text={question.text ?? say('screen.spoken')}
            sizes={questionSizes}
            className={css.fills ?? ''}
          />
        </section>
      )}
      {!somethingToRead(view, at) && <About view={view} />}
      {next.length > 0 && (
        <ol className={css.next} data-brief={waiting || question !== null} aria-label={say('next.heading')}>
          {next.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** What was announced to everybody or the speakers: the newest two, in few lines. */
function Told({ view, at, brief }: { view: View; at: number; brief: boolean }) {
  return (
    <div className={css.told} data-brief={brief} aria-live="polite">
      {announced(view, at)
        .slice(0, 2)
        .map(({ id, text, to }) => (
          <p key={id} dir="auto">
            <strong>{say(to === 'speakers' ? 'messages.speakers' : 'messages.all')}:</strong> {text}
          </p>
        ))}
    </div>
  );
}

/** Whether there is a message or a question to read: then the rest keeps short. */
export function somethingToRead(view: View, at: number): boolean {
  return noteAge(view.session ?? null, view.note, at) === 'fresh' || onScreen(view).kind === 'question';
}

/** A message that was understood or is old: it stays, small, until the chair takes it away or its session is over. */
function Quiet({ note, at, zone }: { note: NoteView; at: number; zone: string }) {
  const { notedAt } = note;
  return (
    <p className={css.noted}>
      <bdi>{note.text}</bdi> –{' '}
      {notedAt === null
        ? ageWords(note.at, at)
        : say('note.noted', { time: clockTime(Date.parse(notedAt), zone) })}
    </p>
  );
}

/** While nothing else is to be read: which session this screen is at, and who speaks. */
function About({ view: { event, session } }: { view: View }) {
  if (!session || event?.closed) return null;
  return (
    <div className={css.about}>
      <h1 className={css.what} dir="auto">
        {session.title}
      </h1>
      {session.speakers.length > 0 && (
        <p className={css.who} dir="auto">
          {inOneLine(session.speakers.map(({ name }) => name))}
        </p>
      )}
    </div>
  );
}

/** Its number, and its asker where they gave a name. */
function labelOf({ n, author }: QuestionView): string {
  const number = n === null ? say('screen.heading') : say('screen.question', { n: String(n) });
  return author === null ? number : `${number}, ${say('screen.asks', { name: author.name })}`;
}
