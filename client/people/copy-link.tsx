import { useState } from 'react';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';

const say = catalogue(peopleMessages);

/** Copies a link, which may still have to be made; where a page may not copy (plain http), it stands there to be copied by hand. */
export function CopyLink({ link: get }: { link: () => Promise<string | null> }) {
  const [state, setState] = useState<'yes' | 'no' | null>(null);
  const [link, setLink] = useState('');
  const copy = async () => {
    const made = await get();
    if (made === null) return;
    setLink(made);
    try {
      await navigator.clipboard.writeText(made);
      setState('yes');
    } catch {
      setState('no');
    }
  };
  return (
    <>
      <Button size="small" onClick={() => void copy()}>
        {say('link.copy')}
      </Button>
      <span role="status" className={css.copied}>
        {state === 'yes' && say('link.copied')}
        {state === 'no' && say('link.copyFailed')}
      </span>
      {state === 'no' && (
        <input
          dir="auto"
          className={css.address}
          aria-label={say('link.address')}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}
