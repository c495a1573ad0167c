import { useEffect, useState } from 'react';
import { useView } from '../connection/hooks.tsx';
import { invite } from '../connection/staff-requests.ts';
import { catalogue } from '../look/messages.ts';
import { reachable } from '../look/reachable.ts';
import { CopyLink } from '../people/copy-link.tsx';
import { deskMessages } from './messages.en.ts';
import css from './screen-panel.module.css';

const say = catalogue(deskMessages);

/** The path of a room's stage with a screen's badge in it; of a screen that waits to be given a room where `room` is null. Null until it is made. */
export function useStagePath(slug: string, room: string | null): string | null {
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    const whom = { role: 'projector', ...(room !== null && { room }) } as const;
    void invite(slug, 'moderator', whom).then((answer) => {
      if (here && answer.ok) setPath(answer.value.path);
    });
    return () => {
      here = false;
    };
  }, [slug, room]);
  return path;
}

/** Opens a stage in another window, or copies its link for another computer. `query` says how it looks, like `layout=corner`. */
export function DisplayLink({
  path,
  query = '',
  label,
}: {
  path: string | null;
  query?: string;
  label?: string;
}) {
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  if (path === null) return null;
  const [page = '', fragment = ''] = path.split('#');
  const full = `${page}${query === '' ? '' : `?${query}`}#${fragment}`;
  return (
    <span className={css.links}>
      {label !== undefined && <span className={css.linkName}>{label}</span>}
      <a href={full} target="_blank" rel="noreferrer" className={css.open}>
        {say('do.openDisplay')}
      </a>
      <CopyLink link={reachable(full, joinUrl)} />
    </span>
  );
}
