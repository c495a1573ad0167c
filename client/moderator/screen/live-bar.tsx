import type { QuestionView } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import css from './live-bar.module.css';

const say = catalogue(deskMessages);

/** On tablets, below everything and as large as a thumb in a hurry needs it: the four things of a live Q&A. */
export function LiveBar({
  next,
  ...props
}: {
  /** What Take next takes; null where nothing is up next. */
  next: QuestionView | null;
  /** Why nothing can be shown now; null where it can. */
  noShow: string | null;
  canAnswer: boolean;
  onTakeNext: () => void;
  onClear: () => void;
  onAnswered: () => void;
  onUndo: () => void;
}) {
  const off = { 'aria-disabled': props.noShow !== null || undefined, title: props.noShow ?? undefined };
  return (
    <div className={css.bar} role="toolbar" aria-label={say('live.title')}>
      <Button
        kind="live"
        size="bar"
        className={css.take}
        aria-disabled={next === null || props.noShow !== null || undefined}
        title={props.noShow ?? undefined}
        onClick={props.onTakeNext}
      >
        <span>{say('do.takeNext')}</span>
        <span className={css.takes} dir="auto">
          {next === null ? say('upNext.none') : short(next)}
        </span>
      </Button>
      <Button size="bar" {...off} onClick={props.onClear}>
        {say('do.clear')}
      </Button>
      <Button kind="primary" size="bar" {...off} disabled={!props.canAnswer} onClick={props.onAnswered}>
        {say('do.answered')}
      </Button>
      <Button size="bar" {...off} onClick={props.onUndo}>
        {say('do.undo')}
      </Button>
    </div>
  );
}
