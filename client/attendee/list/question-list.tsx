import { useMemo, useRef } from 'react';
import { byAnswer, bySupport } from '../../../shared/questions/order.ts';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { QuestionView } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { useHeldOrder } from '../../questions/use-held-order.ts';
import { boardMessages } from '../messages/board.en.ts';
import type { ChosenSession } from './chosen-session.ts';
import { EmptyList, Skeleton } from './empty-list.tsx';
import { QuestionRow } from './question-row.tsx';
import styles from './rows.module.css';
import { SessionChoice } from './session-choice.tsx';
import { TallyLine } from './tally-line.tsx';
import { useBringing, useRemembered, useSaidFresh } from './use-list-manners.ts';
import { useUpvotes } from './use-upvotes.ts';

/** The questions of the chosen session: in an order that holds still until asked, and those that were answered. */
export function QuestionList({ chosen }: { chosen: ChosenSession }) {
  const say = useText(boardMessages);
  const questions = useView((view) => view.questions);
  const stages = useView((view) => view.stages);
  const remembered = useRemembered(questions);
  const upvotes = useUpvotes();
  const list = useRef<HTMLUListElement>(null);
  const { session } = chosen;
  const { wanted, answered } = useSorted(questions, session?.id);
  const { shown, held, bring } = useHeldOrder(wanted, `${session?.id} ${session?.phase}`);
  const bringing = useBringing(list);
  useSaidFresh(held.fresh.length);
  if (!questions) return <Skeleton />;
  const changes = [
    held.fresh.length > 0 && say('list.fresh', { count: held.fresh.length }),
    held.moved.length > 0 && say('list.moved', { count: held.moved.length }),
    held.gone.length > 0 && say('list.gone', { count: held.gone.length }),
  ].filter(Boolean);
  return (
    <section className={styles.section} aria-labelledby="questions">
      <div className={styles.sticky}>
        <h2 id="questions">{say('list.heading')}</h2>
        <span className={styles.total}>{shown.length - held.gone.length + answered.length}</span>
        {changes.length > 0 && (
          <Button className={styles.pill} kind="primary" onClick={() => bringing.start(bring, held)}>
            {say('list.bring')} {changes.join(' · ')}
          </Button>
        )}
      </div>
      <TallyLine session={session?.id} />
      {chosen.options.length > 1 && <SessionChoice chosen={chosen} label={say('list.for')} />}
      {session?.phase === 'collect' && shown.length > 0 && (
        <p className={styles.note}>{say('list.collect')}</p>
      )}
      {shown.length === 0 && <EmptyList answered={answered.length > 0} />}
      <ul
        ref={list}
        tabIndex={-1}
        className={styles.list}
        aria-labelledby="questions"
        data-shield={bringing.shielded}
      >
        {shown.map((id) => {
          const question = questions[id] ?? remembered[id];
          const onScreen = isOnScreen(id, Object.values(stages ?? {}));
          const state = !questions[id]
            ? 'gone'
            : question?.status === 'answered'
              ? 'answered'
              : onScreen
                ? 'onScreen'
                : 'live';
          return (
            question && (
              <QuestionRow
                key={id}
                question={question}
                state={state}
                upvotes={upvotes}
                tinted={bringing.ids.has(id)}
              />
            )
          );
        })}
      </ul>
      {answered.length > 0 && (
        <>
          <h3 className={styles.subheading}>{say('list.answered')}</h3>
          <ul className={styles.list}>
            {answered.map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                state="answered"
                upvotes={upvotes}
                tinted={false}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The order that questions in the list would have now, as stable ids, and the answered ones, newest answer first. */
function useSorted(
  questions: Readonly<Record<string, QuestionView>> | undefined,
  session: string | undefined,
) {
  const here = useMemo(
    () => Object.values(questions ?? {}).filter((each) => each.session === session),
    [questions, session],
  );
  const order = here
    .filter(({ status }) => status === 'live')
    .sort(bySupport)
    .map(({ id }) => id)
    .join(' ');
  const wanted = useMemo(() => (order === '' ? [] : order.split(' ')), [order]);
  const answered = useMemo(() => here.filter(({ status }) => status === 'answered').sort(byAnswer), [here]);
  return { wanted, answered };
}
