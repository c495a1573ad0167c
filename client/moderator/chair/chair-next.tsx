import { useMemo } from 'react';
import { shortlistLimit } from '../../../shared/questions/question.ts';
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

/** How many questions a chair wants ahead: as long as Up next has fewer, what could come into it is offered, to make so many. */
const ahead = 3;

/** What comes next; until that are three, what could: what has the most upvotes, and the suggestion among it. */
export function ChairNext({
  watched,
  balance,
  noShow,
  onPlace,
  onLater,
  onDecline,
}: {
  watched: Watched;
  balance: View['balance'];
  /** Why nothing can be done now; null where it can. */
  noShow: string | null;
  onPlace: (question: QuestionView, position: number) => void;
  onLater: (question: QuestionView) => void;
  onDecline: (question: QuestionView) => void;
}) {
  const { upNext } = watched;
  const room = Math.max(0, Math.min(ahead, shortlistLimit) - upNext.length);
  const { offers, suggested } = useOffers(watched, balance, room);
  const unavailable = noShow ?? undefined;
  return (
    <section className={css.next} aria-labelledby="chair-next">
      <h2 id="chair-next" className={css.title}>
        <strong>{say('chair.upNext')}</strong>
        {upNext.length === 0 && <span>{say(offers.length === 0 ? 'chair.noneOpen' : 'chair.none')}</span>}
      </h2>
      <ol className={css.rows}>
        {upNext.map((question, index) => (
          <li key={question.id} className={css.row} data-chair-row="next">
            <ChairQuestion question={question} />
            <Menu
              label={say('chair.more', { name: short(question) })}
              choices={[
                ...(index === 0 ? [] : [{ id: 'first', name: say('more.upNextFirst'), unavailable }]),
                { id: 'later', name: say('chair.later'), unavailable },
                { id: 'decline', name: say('do.dismiss'), unavailable },
              ]}
              onChoose={(id) => {
                if (id === 'first') onPlace(question, 1);
                else if (id === 'later') onLater(question);
                else onDecline(question);
              }}
            />
          </li>
        ))}
      </ol>
      {offers.length > 0 && (
        <>
          <h3 className={css.title}>{say('chair.candidates')}</h3>
          <ol className={css.rows}>
            {offers.map((question) => (
              <li key={question.id} className={css.row} data-chair-row="candidate">
                <ChairQuestion question={question} votes suggested={question.id === suggested} />
                <Button
                  aria-label={say('chair.queueOf', { name: short(question) })}
                  aria-disabled={noShow !== null || undefined}
                  onClick={() => onPlace(question, upNext.length + 1)}
                >
                  {say('do.upNext')}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/**
 * So many of what could come next: what has the most upvotes, in that order, so that nothing changes places under a thumb
 * as one is taken. The suggestion is the last of them where it is not there by its upvotes.
 */
function useOffers(
  { all, active, onScreen }: Watched,
  balance: View['balance'],
  room: number,
): { offers: readonly QuestionView[]; suggested: string | null } {
  const suggestion = useSuggestion(all, active?.id ?? null, onScreen?.id ?? null, balance);
  return useMemo(() => {
    if (active === null || room === 0) return { offers: [], suggested: null };
    const most = candidatesOf(all, active.id, onScreen?.id ?? null).slice(0, room);
    const question = suggestion?.question;
    const isThere = question === undefined || most.some(({ id }) => id === question.id);
    return {
      offers: isThere ? most : [...most.slice(0, room - 1), question],
      suggested: question?.id ?? null,
    };
  }, [all, active, onScreen, suggestion, room]);
}
