import { useState } from 'react';
import { useView } from '../connection/hooks.tsx';
import { invite } from '../connection/http.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { Qr } from '../look/qr.tsx';
import { reachable } from '../look/reachable.ts';
import { copied } from './copied.ts';
import css from './programme-panel.module.css';
import { timelineMessages } from './timeline-messages.en.ts';

const say = catalogue(timelineMessages);

/** Makes a link for somebody else at a press, and hands it out: opened here, copied, or read by a phone. */
export function PageLink({
  slug,
  label,
  whom,
}: {
  slug: string;
  label: string;
  whom: Parameters<typeof invite>[2];
}) {
  const [path, setPath] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  const make = async () => {
    const answer = await invite(slug, 'moderator', whom);
    if (answer.ok) setPath(answer.value.path);
    else setSaid(say('link.failed', { why: answer.refusal.message }));
  };
  const link = path === null ? null : reachable(path, joinUrl);
  return (
    <div className={css.link}>
      <span className={css.label}>{label}</span>
      {link === null ? (
        <Button size="small" onClick={() => void make()}>
          {say('link.make')}
        </Button>
      ) : (
        <>
          <a href={link} target="_blank" rel="noreferrer">
            {say('link.open')}
          </a>
          <Button size="small" onClick={() => void copied(link).then(setSaid)}>
            {say('link.copy')}
          </Button>
          <span className={css.qr}>
            <Qr text={link} label={label} />
          </span>
        </>
      )}
      {said !== null && <span role="status">{said}</span>}
    </div>
  );
}
