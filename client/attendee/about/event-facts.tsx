import { useView } from '../../connection/hooks.tsx';
import { useText } from '../../look/messages.ts';
import { sheetMessages } from '../messages/sheets.en.ts';
import styles from './about.module.css';

/** What the organisers say of the event: how people behave, what is kept, whom to write to. */
export function EventFacts() {
  const say = useText(sheetMessages);
  const event = useView((view) => view.event);
  const facts = [
    { name: say('event.conduct'), text: event?.codeOfConduct },
    { name: say('event.privacy'), text: event?.privacy },
    {
      name: say('event.contact'),
      text: [event?.contact?.name, event?.contact?.email].filter(Boolean).join(', '),
    },
  ].filter(({ text }) => text);
  if (facts.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{isAddress(text) ? <a href={text}>{text}</a> : text}</dd>
        </div>
      ))}
    </dl>
  );
}

function isAddress(text: string | null | undefined): text is string {
  return /^https?:\/\/\S+$/.test(text ?? '');
}
