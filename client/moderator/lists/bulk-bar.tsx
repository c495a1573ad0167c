import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { actionTable, type QuestionAction } from '../actions/action-table.ts';
import { bulkButtons } from '../actions/offers.ts';
import { printedKey } from '../actions/printed-key.ts';
import { isAllowed } from '../actions/targets.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './bulk-bar.module.css';

const say = catalogue(deskMessages);

/**
 * What can be done to the rows that are selected, the main thing first: the keys do the same. It lies over the heads of
 * the lists, and moves nothing.
 */
export function BulkBar({
  count,
  questions,
  onAction,
  onClear,
}: {
  count: number;
  /** What is selected. */
  questions: readonly QuestionView[];
  onAction: (action: QuestionAction) => void;
  onClear: () => void;
}) {
  if (count === 0) return null;
  const offered = bulkButtons.filter((action) =>
    questions.some((question) => isAllowed(actionTable[action].allowed, question)),
  );
  return (
    <div className={css.bar} role="toolbar" aria-label={say('bulk.title', { count })}>
      <span className={css.count}>{say('bulk.title', { count })}</span>
      {offered.map((action) => (
        <Button
          key={action}
          size="small"
          kind={action === offered[0] ? 'primary' : 'plain'}
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
