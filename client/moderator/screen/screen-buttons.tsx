import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { printedKey } from '../actions/printed-key.ts';
import { deskMessages } from '../messages/desk.en.ts';
import css from './screen-panel.module.css';

const say = catalogue(deskMessages);

/** What one does with what is on screen: mark it answered, take it off, or make the screen black and light again. */
export function ScreenButtons({
  black,
  canAnswer,
  noShow,
  onClear,
  onAnswered,
  onBlack,
}: {
  black: boolean;
  canAnswer: boolean;
  /** Why nothing can be done now; null where it can. */
  noShow: string | null;
  onClear: () => void;
  onAnswered: () => void;
  onBlack: () => void;
}) {
  const off = { 'aria-disabled': noShow !== null || undefined, title: noShow ?? undefined };
  return (
    <div className={css.buttons}>
      <Button
        size="small"
        kind="primary"
        onClick={onAnswered}
        {...off}
        disabled={!canAnswer}
        aria-keyshortcuts={printedKey('answered')}
      >
        {say('do.answered')}
        <kbd>{printedKey('answered')}</kbd>
      </Button>
      <Button size="small" {...off} onClick={onClear} aria-keyshortcuts={printedKey('clear')}>
        {say('do.clear')}
        <kbd>{printedKey('clear')}</kbd>
      </Button>
      <Button
        size="small"
        {...off}
        aria-pressed={black}
        onClick={onBlack}
        aria-keyshortcuts={printedKey('black')}
        className={css.blackButton}
      >
        {black ? say('do.unblack') : say('do.black')}
        <kbd>{printedKey('black')}</kbd>
      </Button>
    </div>
  );
}
