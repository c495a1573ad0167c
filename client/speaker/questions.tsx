import type { View } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { Switch } from '../look/switch.tsx';
import { nextTwo, onScreen } from './facts.ts';
import { useHideNext } from './hide-next.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';

const say = catalogue(speakerMessages);

/** What stands on the screen of the room now, in words. */
export function OnScreenCard({ view }: { view: View }) {
  const screen = onScreen(view);
  return (
    <section className={css.card} aria-labelledby="screen-title">
      <h2 id="screen-title">{say('screen.heading')}</h2>
      {screen.kind === 'question' ? (
        <>
          <p className={css.question} dir="auto">
            {screen.question.text ?? say('screen.spoken')}
          </p>
          <p className={css.how}>
            {screen.question.n !== null && say('screen.question', { n: screen.question.n })}
            {screen.question.author && `, ${say('screen.asks', { name: screen.question.author.name })}`}
          </p>
        </>
      ) : (
        <p dir="auto">{screen.kind === 'message' ? screen.text : say(`screen.${screen.kind}`)}</p>
      )}
    </section>
  );
}

/** The next two questions, for speakers who like to know; others hide them. */
export function NextQuestions({ view }: { view: View }) {
  const [hidden, setHidden] = useHideNext();
  const next = nextTwo(view);
  return (
    <section className={css.card} aria-labelledby="next-title">
      <h2 id="next-title">{say('next.heading')}</h2>
      {!hidden && next.length === 0 && <p className={css.how}>{say('next.none')}</p>}
      {!hidden && next.length > 0 && (
        <ol className={css.next}>
          {next.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ol>
      )}
      <Switch label={say('next.hide')} checked={hidden} onChange={setHidden} />
    </section>
  );
}
