import { useId, useState } from 'react';
import { nameLimit } from '../../shared/people/participant.ts';
import { useSend } from '../connection/hooks.tsx';
import { useAnnounce } from '../look/announcer.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { staffSentence } from '../refusals/staff.ts';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';

const say = catalogue(peopleMessages);

/** How long it may take, in milliseconds. */
const timeoutMs = 5_000;

/** [P12] How one is called to colleagues: at their desks, in the activity log, and in what they are told of a conflict. */
export function OwnName({ name }: { name: string | null }) {
  const id = useId();
  const send = useSend();
  const announce = useAnnounce();
  const [typed, setTyped] = useState<string | null>(null);
  const [line, setLine] = useState<string | null>(null);
  const text = typed ?? name ?? '';
  const save = async () => {
    if (typed === null) return;
    const outcome = await send({ type: 'participant.describe', name: typed.trim() }, timeoutMs);
    const said = outcome.ok ? say('name.saved') : staffSentence(outcome);
    setLine(said);
    announce(said);
    if (outcome.ok) setTyped((now) => (now === typed ? null : now));
  };
  return (
    <form
      className={css.ownName}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label htmlFor={id}>{say('name.own')}</label>
      <div className={css.oneLine}>
        <input
          dir="auto"
          id={id}
          autoComplete="name"
          maxLength={nameLimit}
          value={text}
          aria-describedby={`${id}-how`}
          onChange={(change) => {
            setLine(null);
            setTyped(change.currentTarget.value);
          }}
        />
        <Button type="submit">{say('name.save')}</Button>
      </div>
      <p className={css.note} id={`${id}-how`}>
        {line ?? say('name.how')}
      </p>
    </form>
  );
}
