import { useMemo } from 'react';
import type { QuestionView, View } from '../../../shared/views/view.ts';
import { Button } from '../../look/button.tsx';
import { Menu } from '../../look/menu.tsx';
import { catalogue } from '../../look/messages.ts';
import type { Watched } from '../desk/use-watched.ts';
import { candidatesOf, useSuggestion } from '../lists/use-suggestion.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { short } from '../messages/question-text.ts';
import css from './chair.module.css';
import { ChairQuestion } from './chair-question.tsx';

const say = catalogue(deskMessages);

/** How many questions a chair sees, of Up next and of what could come into it. */
const seen = 3;

/** What comes next; where nothing does, what could: the suggestion first, then what has the most upvotes. */
export function ChairNext({
  watched,
  balance,
  onQueue,
  onLater,
  onDecline,
}: {
  watched: Watched;
  balance: View['balance'];
  onQueue: (question: QuestionView) => void;
  onLater: (question: QuestionView) => void;
  onDecline: (question: QuestionView) => void;
}) {
  const { upNext } = watched;
  const candidates = useCandidates(watched, balance);
  return (
    <section className={css.next} aria-labelledby="chair-next">
      <h2 id="chair-next" className={css.title}>
        {say('chair.upNext')}
        {upNext.length === 0 && <span>{say(candidates.length === 0 ? 'chair.noneOpen' : 'chair.none')}</span>}
      </h2>
      <ol className={css.rows}>
        {upNext.slice(0, seen).map((question) => (
          <li key={question.id} className={css.row} data-chair-row="next">
            <ChairQuestion question={question} />
            <Menu
              label={say('chair.more', { name: short(question) })}
              choices={[
                { id: 'later', name: say('chair.later') },
                { id: 'decline', name: say('do.dismiss') },
              ]}
              onChoose={(id) => (id === 'later' ? onLater(question) : onDecline(question))}
            />
          </li>
        ))}
        {upNext.length === 0 &&
          candidates.map((question) => (
            <li key={question.id} className={css.row} data-chair-row="candidate">
              <ChairQuestion question={question} votes />
              <Button onClick={() => onQueue(question)}>{say('chair.queue')}</Button>
            </li>
          ))}
      </ol>
    </section>
  );
}

/** The suggestion, and after it what has the most upvotes. */
function useCandidates({ all, active, onScreen }: Watched, balance: View['balance']): QuestionView[] {
  const suggestion = useSuggestion(all, active?.id ?? null, onScreen?.id ?? null, balance);
  return useMemo(() => {
    if (active === null) return [];
    const most = candidatesOf(all, active.id, onScreen?.id ?? null).slice(0, seen);
    const first = suggestion?.question;
    return first ? [first, ...most.filter(({ id }) => id !== first.id)] : most;
  }, [all, active, onScreen, suggestion]);
}
