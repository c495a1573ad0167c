import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './live-bar.module.css';

const say = catalogue(deskMessages);

/** On tablets, below everything and as large as a thumb in a hurry needs it: the four things of a live Q&A. */
export function LiveBar(props: {
  canTake: boolean;
  canAnswer: boolean;
  onTakeNext: () => void;
  onClear: () => void;
  onAnswered: () => void;
  onUndo: () => void;
}) {
  return (
    <div className={css.bar} role="toolbar" aria-label={say('live.title')}>
      <Button kind="live" size="bar" aria-disabled={!props.canTake || undefined} onClick={props.onTakeNext}>
        {say('do.takeNext')}
      </Button>
      <Button size="bar" onClick={props.onClear}>
        {say('do.clear')}
      </Button>
      <Button kind="primary" size="bar" disabled={!props.canAnswer} onClick={props.onAnswered}>
        {say('do.answered')}
      </Button>
      <Button size="bar" onClick={props.onUndo}>
        {say('do.undo')}
      </Button>
    </div>
  );
}
