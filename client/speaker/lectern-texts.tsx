import type { EventView, QuestionView, View } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { Switch } from '../look/switch.tsx';
import { clockTime } from '../look/zones.ts';
import { nextTwo, onScreen } from './facts.ts';
import { FittedWords } from './fitted-words.tsx';
import { useHideNext } from './hide-next.ts';
import css from './lectern.module.css';
import { speakerMessages } from './messages.en.ts';

const say = catalogue(speakerMessages);

/** Sizes in percent of the screen's height: the chair's message, and the question on screen. */
const noteSizes = { most: 12, least: 5 } as const;
const questionSizes = { most: 9, least: 6 } as const;

/** What is to be read at the lectern: the chair's message, the question on screen, the next two. */
export function LecternTexts({ view, event }: { view: View; event: EventView }) {
  const [hidden, setHidden] = useHideNext();
  const note = view.note ?? null;
  const screen = onScreen(view);
  const waiting = note !== null && note.notedAt === null;
  const question = screen.kind === 'question' ? screen.question : null;
  // A message that waits for the speaker goes before what can wait.
  const next = hidden || (waiting && question !== null) ? [] : nextTwo(view);
  return (
    <div className={css.texts}>
      {waiting && (
        <section className={css.note} aria-label={say('note.heading')} aria-live="assertive">
          <FittedWords text={note.text} sizes={noteSizes} className={css.fills ?? ''} />
        </section>
      )}
      {note?.notedAt && (
        <p className={css.noted}>
          {note.text} – {say('note.noted', { time: clockTime(Date.parse(note.notedAt), event.timezone) })}
        </p>
      )}
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
      {next.length > 0 && (
        <ol className={css.next} aria-label={say('next.heading')}>
          {next.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      )}
      <div className={css.switch}>
        <Switch label={say('next.hide')} checked={hidden} onChange={setHidden} />
      </div>
    </div>
  );
}

/** Its number, and its asker where they gave a name. */
function labelOf({ n, author }: QuestionView): string {
  const number = n === null ? say('screen.heading') : say('screen.question', { n });
  return author === null ? number : `${number}, ${say('screen.asks', { name: author.name })}`;
}
