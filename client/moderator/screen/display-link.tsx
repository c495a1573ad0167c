import { useState } from 'react';
import { useView } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { reachable } from '../../look/reachable.ts';
import { CopyLink } from '../../people/copy-link.tsx';
import { deskMessages } from '../messages/desk.en.ts';
import css from './screen-panel.module.css';
import type { StageLink } from './stage-link.ts';

const say = catalogue(deskMessages);

/** Opens a stage in another window, or copies its link for another computer. `query` says how it looks, like `layout=corner`. */
export function DisplayLink({
  link,
  query = '',
  label,
}: {
  link: StageLink;
  query?: string;
  label?: string;
}) {
  const joinUrl = useView((view) => view.event?.joinUrl ?? null) ?? null;
  const [failed, setFailed] = useState(false);
  const full = async () => {
    const path = await link();
    setFailed(path === null);
    if (path === null) return null;
    const [page = '', fragment = ''] = path.split('#');
    return `${page}${query === '' ? '' : `?${query}`}#${fragment}`;
  };
  const open = async () => {
    // At once, while the press still counts: browsers open no window later.
    const opened = window.open('about:blank', '_blank');
    if (opened) opened.opener = null;
    const path = await full();
    if (path === null) opened?.close();
    else if (opened) opened.location.replace(new URL(path, location.href).href);
    else setFailed(true);
  };
  return (
    <span className={css.links}>
      {label !== undefined && <span className={css.linkName}>{label}</span>}
      <Button size="small" onClick={() => void open()}>
        {say('do.openDisplay')}
      </Button>
      <CopyLink
        link={async () => {
          const path = await full();
          return path === null ? null : reachable(path, joinUrl);
        }}
      />
      {failed && <span role="status">{say('do.noDisplayLink')}</span>}
    </span>
  );
}
