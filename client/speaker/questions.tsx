import type { View } from '../../shared/views/view.ts';
import { catalogue } from '../look/messages.ts';
import { Switch } from '../look/switch.tsx';
import { nextTwo } from './facts.ts';
import { useHideNext } from './hide-next.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';

const say = catalogue(speakerMessages);

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
