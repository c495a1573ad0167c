import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import type { QuestionAction } from '../actions/action-table.ts';
import { bulkButtons } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './bulk-bar.module.css';

const say = catalogue(deskMessages);

/** What can be done to all rows that are selected: the keys do the same. It lies over the search, and moves nothing. */
export function BulkBar({
  count,
  onAction,
  onClear,
}: {
  count: number;
  onAction: (action: QuestionAction) => void;
  onClear: () => void;
}) {
  if (count === 0) return null;
  return (
    <div className={css.bar} role="toolbar" aria-label={say('bulk.title', { count })}>
      <span className={css.count}>{say('bulk.title', { count })}</span>
      {bulkButtons.map((action) => (
        <Button
          key={action}
          size="small"
          kind={action === bulkButtons[0] ? 'primary' : 'plain'}
          aria-keyshortcuts={printedKey(action)}
          onClick={() => onAction(action)}
        >
          {say(`do.${action}`)}
        </Button>
      ))}
      <Button size="small" kind="quiet" onClick={onClear}>
        {say('bulk.clear')}
      </Button>
    </div>
  );
}
