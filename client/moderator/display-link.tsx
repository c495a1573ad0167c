import { useState } from 'react';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { deskMessages } from './messages.en.ts';
import css from './screen-panel.module.css';

const say = catalogue(deskMessages);

/** Opens a room's stage in another window, or copies its address for another computer. */
export function DisplayLink({ slug, room }: { slug: string; room: string }) {
  const [copied, setCopied] = useState<string | null>(null);
  const link = `${location.origin}/e/${slug}/stage/${encodeURIComponent(room)}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(say('do.copied'));
    } catch {
      // Plain http has no clipboard: show the address to be copied by hand.
      setCopied(say('do.copyFailed', { link }));
    }
  };
  return (
    <span className={css.links}>
      <a href={link} target="_blank" rel="noreferrer" className={css.open}>
        {say('do.openDisplay')}
      </a>
      <Button size="small" onClick={() => void copy()}>
        {say('do.copyLink')}
      </Button>
      {copied !== null && (
        <span role="status" className={css.copied}>
          {copied}
        </span>
      )}
    </span>
  );
}
