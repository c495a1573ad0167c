import { useEffect, useState } from 'react';
import { useView } from '../connection/hooks.tsx';
import { invite } from '../connection/http.ts';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { reachable } from '../look/reachable.ts';
import { copied } from './copied.ts';
import { deskMessages } from './messages.en.ts';
import css from './screen-panel.module.css';

const say = catalogue(deskMessages);

/** Opens a room's stage in another window, or copies its link for another computer; the link carries the screen's badge. */
export function DisplayLink({ slug, room }: { slug: string; room: string }) {
  const [said, setSaid] = useState<string | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  useEffect(() => {
    let here = true;
    void invite(slug, 'moderator', { role: 'projector', room }).then((answer) => {
      if (here && answer.ok) setPath(answer.value.path);
    });
    return () => {
      here = false;
    };
  }, [slug, room]);
  if (path === null) return null;
  const link = reachable(path, joinUrl);
  return (
    <span className={css.links}>
      <a href={path} target="_blank" rel="noreferrer" className={css.open}>
        {say('do.openDisplay')}
      </a>
      <Button size="small" onClick={() => void copied(link).then(setSaid)}>
        {say('do.copyLink')}
      </Button>
      {said !== null && (
        <span role="status" className={css.copied}>
          {said}
        </span>
      )}
    </span>
  );
}
