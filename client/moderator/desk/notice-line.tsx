import { useEffect } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { printedKey } from '../actions/printed-key.ts';
import { undoWindow } from '../actions/undo-stack.ts';
import type { Notice } from '../actions/use-commands.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './notice-line.module.css';

const say = catalogue(deskMessages);

/** What was done, with Undo while that holds, or why it was not: one line in a place of its own. */
export function NoticeLine({
  notice,
  onUndo,
  onGone,
}: {
  notice: Notice | null;
  onUndo: () => void;
  onGone: () => void;
}) {
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(onGone, undoWindow);
    return () => clearTimeout(timer);
  }, [notice, onGone]);
  return (
    <div className={css.notice}>
      {notice && (
        <p
          className={css.text}
          data-kind={notice.kind}
          data-at={notice.kind === 'waiting' ? undefined : notice.at}
        >
          {notice.text}
        </p>
      )}
      {notice?.undo && (
        <Button size="small" onClick={onUndo} aria-keyshortcuts={printedKey('undo')} className={css.undo}>
          {say('do.undo')}
          <kbd>{printedKey('undo')}</kbd>
        </Button>
      )}
    </div>
  );
}
