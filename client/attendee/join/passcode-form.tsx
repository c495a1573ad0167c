import { type FormEvent, useState } from 'react';
import { logoPath } from '../../connection/http.ts';
import { useEvents } from '../../connection/use-events.ts';
import { Button } from '../../look/button.tsx';
import { EventLogo } from '../../look/event-logo.tsx';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import styles from '../form.module.css';
import { boardMessages } from '../messages/board.en.ts';
import type { Joining } from './use-join.ts';

/** Asks for the passcode of an event that has one. */
export function PasscodeForm({ slug, enter }: { slug: string; enter: Joining['enter'] }) {
  const say = useText(boardMessages);
  const [listed] = useEvents();
  const event = listed?.ok ? listed.value.find((each) => each.slug === slug) : undefined;
  const logo = logoPath(slug, event?.look?.logo);
  const [passcode, setPasscode] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    void enter({ passcode }).then((refusal) => {
      if (refusal) setProblem(askerSentence(refusal));
    });
  };
  return (
    <main className={styles.alone}>
      {/* Its line is there before the name is: the field below stays where it is. */}
      <p className={styles.whose} dir="auto">
        {logo !== null && <EventLogo src={logo} />}
        {event?.title ?? '\u00a0'}
      </p>
      <h1 className={styles.aloneTitle}>{say('passcode.title')}</h1>
      <p>{say('passcode.help')}</p>
      <form onSubmit={submit} className={styles.passcode}>
        <label htmlFor="passcode">{say('passcode.label')}</label>
        <div className={styles.passcodeRow}>
          <input
            dir="auto"
            id="passcode"
            className={styles.input}
            value={passcode}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={200}
            aria-invalid={problem !== null}
            aria-describedby="passcode-problem"
            onChange={(event) => setPasscode(event.target.value)}
          />
          <Button type="submit" kind="primary" disabled={passcode.trim() === ''}>
            {say('passcode.go')}
          </Button>
        </div>
        <p id="passcode-problem" role="alert" className={styles.problem}>
          {problem}
        </p>
      </form>
    </main>
  );
}
