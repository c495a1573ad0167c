import { useState } from 'react';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';

const say = catalogue(peopleMessages);

/** Copies a link; where a page may not (plain http), the link stands there to be copied by hand. */
export function CopyLink({ link }: { link: string }) {
  const [state, setState] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
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
