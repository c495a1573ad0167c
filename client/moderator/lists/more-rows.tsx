import { useEffect } from 'react';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './question-list.module.css';

const say = catalogue(deskMessages);

/** What there is behind the last row of a list: read on by itself where somebody comes near, and by a press. */
export function MoreRows({
  count,
  isNear,
  onMore,
}: {
  count: number;
  /** The last row is drawn. */
  isNear: boolean;
  onMore: () => void;
}) {
  useEffect(() => {
    if (count > 0 && isNear) onMore();
  }, [count, isNear, onMore]);
  if (count === 0) return null;
  return (
    <p className={css.more}>
      <Button size="small" kind="quiet" onClick={onMore}>
        {say('list.more', { count })}
      </Button>
    </p>
  );
}
