import { useId, useRef, useState } from 'react';
import { nameLimit } from '../../../shared/people/participant.ts';
import { useView } from '../../connection/hooks.tsx';
import { useAnnounce } from '../../look/announcer.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { lateSentence } from '../../refusals/late.ts';
import styles from '../form.module.css';
import { attendeeMessages } from '../messages/attendee.en.ts';
import type { Joining } from './use-join.ts';

/**
 * What I am called: optional, and shown only where I do not ask anonymously. It is saved as soon as the field is left, so
 * that what is sent next carries it; `within` another form that is all, since its button is the one to press.
 */
export function MyName({ enter, within = false }: { enter: Joining['enter']; within?: boolean }) {
  const say = useText(attendeeMessages);
  const announce = useAnnounce();
  const me = useView((view) => view.me);
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const saving = useRef<string | null>(null);
  const known = me?.name ?? '';
  const name = typed ?? known;
  if (!me) return null;
  const save = async () => {
    if (name.trim() === known || saving.current === name) return;
    saving.current = name;
    const refusal = await enter({ name: name.trim() });
    saving.current = null;
    announce(refusal ? say('me.notSaved', { message: await lateSentence(refusal) }) : say('me.saved'));
    if (!refusal) setTyped((now) => (now === typed ? null : now));
  };
  return (
    <div className={styles.nameRow}>
      <label htmlFor={id}>{say('me.name')}</label>
      <span className={styles.nameField}>
        <input
          dir="auto"
          id={id}
          className={styles.input}
          value={name}
          maxLength={nameLimit}
          autoComplete="name"
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void save();
          }}
        />
        {!within && (
          <Button disabled={name.trim() === known} onClick={() => void save()}>
            {say('me.saveName')}
          </Button>
        )}
      </span>
    </div>
  );
}
