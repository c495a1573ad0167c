import { allows } from '../../../shared/questions/moves.ts';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import type { DeskState } from '../desk/use-desk.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import css from './chair.module.css';

const say = catalogue(deskMessages);

/**
 * What a thumb does in a live Q&A: it takes the next question, whose words are on the button, and marks the one on screen
 * as answered; what is answered and still on the wall is cleared in the same place.
 */
export function ChairActions({
  desk: { watched, actions, showing, noShow },
}: {
  desk: Pick<DeskState, 'watched' | 'actions' | 'showing' | 'noShow'>;
}) {
  const { onScreen, stage, upNext } = watched;
  const [first] = upNext;
  const off = noShow !== null;
  const canAnswer = onScreen !== null && allows('answer', onScreen.status);
  const clears = !canAnswer && stage !== null && stage.show.kind !== 'auto';
  return (
    <footer className={css.actions}>
      <Button
        kind="live"
        size="bar"
        aria-disabled={first === undefined || off || undefined}
        title={noShow ?? undefined}
        onClick={showing.takeNext}
      >
        <span className={css.take}>
          <span>{say('do.takeNext')}</span>{' '}
          <span className={css.takes}>{first ? short(first) : say('chair.none')}</span>
        </span>
      </Button>
      {clears ? (
        <Button
          kind={onScreen === null ? 'plain' : 'primary'}
          size="bar"
          aria-disabled={off || undefined}
          title={noShow ?? undefined}
          onClick={actions.stage.clear}
        >
          {say('do.clear')}
        </Button>
      ) : (
        <Button
          kind="primary"
          size="bar"
          aria-disabled={!canAnswer || off || undefined}
          title={noShow ?? undefined}
          onClick={() => canAnswer && actions.question.answered(onScreen)}
        >
          {say('do.answered')}
        </Button>
      )}
    </footer>
  );
}
