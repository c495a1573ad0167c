import type { View } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { catalogue } from '../look/messages.ts';
import { announced } from './facts.ts';
import { speakerMessages } from './messages.en.ts';
import css from './speaker.module.css';

const say = catalogue(speakerMessages);

/** What was announced to everybody or to all speakers, as long as it holds. */
export function Announcements({ view }: { view: View }) {
  const messages = announced(view, useServerNow(1_000));
  return (
    <div aria-live="polite">
      {messages.length > 0 && (
        <section className={css.card} aria-labelledby="told">
          <h2 id="told">{say('messages.heading')}</h2>
          {messages.map(({ id, text, to }) => (
            <p key={id} className={css.told}>
              <span className={css.how}>{say(to === 'speakers' ? 'messages.speakers' : 'messages.all')}</span>
              <span dir="auto">{text}</span>
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
