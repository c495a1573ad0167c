import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './bulk-bar.module.css';

const say = catalogue(deskMessages);

/** What can be done to all rows that are selected: the keys do the same. It lies over the search, and moves nothing. */
export function BulkBar(props: {
  count: number;
  onApprove: () => void;
  onDismiss: () => void;
  onArchive: () => void;
  onKeep: () => void;
  onMove: () => void;
  onLabels: () => void;
  onClear: () => void;
}) {
  const { count } = props;
  if (count === 0) return null;
  return (
    <div className={css.bar} role="toolbar" aria-label={say('bulk.title', { count })}>
      <span className={css.count}>{say('bulk.title', { count })}</span>
      <Button size="small" kind="primary" aria-keyshortcuts="A" onClick={props.onApprove}>
        {say('do.approve')}
      </Button>
      <Button size="small" aria-keyshortcuts="F" onClick={props.onKeep}>
        {say('do.keep')}
      </Button>
      <Button size="small" aria-keyshortcuts="V" onClick={props.onMove}>
        {say('do.move')}
      </Button>
      <Button size="small" aria-keyshortcuts="L" onClick={props.onLabels}>
        {say('do.labels')}
      </Button>
      <Button size="small" onClick={props.onArchive}>
        {say('do.archive')}
      </Button>
      <Button size="small" aria-keyshortcuts="N" onClick={props.onDismiss}>
        {say('do.dismiss')}
      </Button>
      <Button size="small" kind="quiet" onClick={props.onClear}>
        {say('bulk.clear')}
      </Button>
    </div>
  );
}
