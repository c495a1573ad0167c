import type { SpokenRefusal } from '../../../shared/wire/refusals.ts';
import { base } from '../../connection/base.ts';
import { isPassing } from '../../connection/refusal.ts';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { askerSentence } from '../../refusals/asker.ts';
import styles from '../form.module.css';
import { boardMessages } from '../messages/board.en.ts';
import { JoinsLocked } from './joins-locked.tsx';
import { PasscodeForm } from './passcode-form.tsx';
import type { Joining } from './use-join.ts';

/** Instead of the page where somebody could not be let in: the passcode to give, or why not and what to do. */
export function NotIn({
  slug,
  problem,
  joining,
}: {
  slug: string;
  problem: SpokenRefusal;
  joining: Joining;
}) {
  const say = useText(boardMessages);
  if (problem.of === 'passcode') return <PasscodeForm slug={slug} enter={joining.enter} />;
  if (problem.now?.['joins'] === 'locked') return <JoinsLocked slug={slug} enter={joining.enter} />;
  const unknown = problem.reason === 'unknown';
  return (
    <main className={styles.alone}>
      <h1 className={styles.aloneTitle}>
        {unknown ? say('join.unknown', { slug }) : say('join.failed', { message: askerSentence(problem) })}
      </h1>
      <p className={styles.aloneActions}>
        {isPassing(problem) && (
          <Button kind="primary" onClick={joining.retry}>
            {say('join.retry')}
          </Button>
        )}
        <a href={`${base}/`}>{say('join.home')}</a>
      </p>
    </main>
  );
}
