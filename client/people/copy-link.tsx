import { useState } from 'react';
import { Button } from '../look/button.tsx';
import { copyText } from '../look/copy-text.ts';
import { catalogue } from '../look/messages.ts';
import { peopleMessages } from './messages.en.ts';
import css from './people.module.css';

const say = catalogue(peopleMessages);

/**
 * Copies a link, which may still have to be made, or a text with it; where even the old way of copying is barred, it
 * is shown and selected, to be copied by hand. `name` is what the button says, `about` whom it is for where several stand below each other.
 */
export function CopyLink(props: { link: () => Promise<string | null>; name?: string; about?: string }) {
  const { link: get, name = say('link.copy'), about } = props;
  const [state, setState] = useState<'yes' | 'no' | 'none' | null>(null);
  const [text, setText] = useState('');
  const copy = async () => {
    const made = await get();
    if (made === null) return setState('none');
    setText(made);
    setState((await copyText(made)) ? 'yes' : 'no');
  };
  return (
    <>
      <Button
        size="small"
        aria-label={about === undefined ? undefined : `${name}: ${about}`}
        onClick={() => void copy()}
      >
        {/* Both names have room from the start: nothing beside the button moves. */}
        <span className={css.swap} data-instead={say('link.done')} data-done={state === 'yes'}>
          <span>{name}</span>
        </span>
      </Button>
      <span role="status" className={css.told}>
        {state === 'yes' && say('link.copied')}
      </span>
      <span role="status" className={css.copied}>
        {state === 'no' && say('link.copyFailed')}
        {state === 'none' && say('link.none')}
      </span>
      {state === 'no' && (
        <textarea
          dir="auto"
          className={css.address}
          aria-label={say('link.address')}
          rows={Math.min(8, text.split('\n').length)}
          readOnly
          value={text}
          ref={selected}
          onFocus={(event) => event.target.select()}
        />
      )}
    </>
  );
}

/** The text is selected as soon as it is there: one key copies it. */
function selected(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.select();
}
