import { useRef, useState } from 'react';
import { isOnScreen } from '../../../shared/stage/on-screen.ts';
import type { View } from '../../../shared/views/view.ts';
import { useView } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { useText } from '../../look/messages.ts';
import { useHeldOrder } from '../../questions/use-held-order.ts';
import { boardMessages } from '../messages/board.en.ts';
import type { ChosenSession } from './chosen-session.ts';
import { EmptyList } from './empty-list.tsx';
import head from './list-head.module.css';
import { ListHead } from './list-head.tsx';
import { QuestionRow } from './question-row.tsx';
import styles from './rows.module.css';
import { hasWords, type SortOrder, useSorted } from './sorted.ts';
import { TallyLine } from './tally-line.tsx';
import { useBringing, useRemembered, useSaidFresh } from './use-list-manners.ts';
import { useUpvotes } from './use-upvotes.ts';

/** The questions of the chosen session: in an order that holds still until asked, and those that were answered. */
export function QuestionList(props: { chosen: ChosenSession; onOpen: (question: string) => void }) {
  const { chosen, onOpen } = props;
  const say = useText(boardMessages);
  const questions = useView((view) => view.questions);
  const stages = useView((view) => view.stages);
  const remembered = useRemembered(questions);
  const upvotes = useUpvotes();
  const list = useRef<HTMLUListElement>(null);
  const [sort, setSort] = useState<SortOrder>('top');
  const [words, setWords] = useState<string | null>(null);
  const { session } = chosen;
  const all = chosen.dayOver && !chosen.byHand;
  const closed = isClosed(session);
  const of = all ? null : session?.id;
  const { wanted, answered } = useSorted(questions, of, sort);
  const own = useView((view) => view.me?.mine);
  const { shown, held, bring } = useHeldOrder(wanted, `${of} ${session?.phase} ${sort}`, own);
  const bringing = useBringing(list);
  useSaidFresh(held.fresh.length);
  if (!questions) return null;
  // A search looks through everything that is known: what waits for a press, and what stands on a screen.
  const searched =
    words === null ? [] : [...new Set([...held.fresh, ...onScreenElsewhere(stages, questions, of)])];
  const count = shown.length - held.gone.length + answered.length + searched.length;
  const rows = [...shown, ...searched].flatMap((id) => {
    const question = questions[id] ?? remembered[id];
    return question && hasWords(question, words ?? '') ? [question] : [];
  });
  const done = answered.filter((question) => hasWords(question, words ?? ''));
  const found = words === null || words.trim() === '' ? null : rows.length + done.length;
  const changed = held.fresh.length + held.moved.length + held.gone.length > 0;
  const stateOf = (id: string) => {
    const question = questions[id];
    if (!question) return 'gone';
    if (question.status === 'answered') return 'answered';
    if (chosen.dayOver) return 'over';
    return isOnScreen(id, Object.values(stages ?? {})) ? 'onScreen' : 'live';
  };
  return (
    <section className={styles.section} aria-label={say('list.heading')}>
      <BackToNow chosen={chosen} />
      <ListHead
        {...{ count, found, words, sort, chosen }}
        onWords={setWords}
        onSort={setSort}
        update={changed && <Update held={held} onBring={() => bringing.start(bring, held)} />}
      />
      {shown.length === 0 && words === null && (
        <EmptyList answered={answered.length > 0} taken={session?.questions !== 'closed'} over={all} />
      )}
      {found === 0 && <p className={styles.empty}>{say('list.noneFound', { words: words ?? '' })}</p>}
      <ul
        ref={list}
        tabIndex={-1}
        className={styles.list}
        aria-label={say('list.heading')}
        data-shield={bringing.shielded}
      >
        {rows.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            state={stateOf(question.id)}
            closed={closed}
            upvotes={upvotes}
            tinted={bringing.ids.has(question.id)}
            onOpen={onOpen}
          />
        ))}
      </ul>
      {done.length > 0 && (
        <>
          <h3 className={styles.subheading}>{say('list.answered')}</h3>
          <ul className={styles.list}>
            {done.map((question) => (
              <QuestionRow
                key={question.id}
                question={question}
                state="answered"
                upvotes={upvotes}
                tinted={false}
                onOpen={onOpen}
              />
            ))}
          </ul>
        </>
      )}
      {shown.length > 0 && <CollectLine chosen={chosen} />}
      {!all && <TallyLine session={session?.id} />}
    </section>
  );
}

/** Says, while questions are only collected, when their counts appear. */
function CollectLine({ chosen: { session, dayOver } }: { chosen: ChosenSession }) {
  const say = useText(boardMessages);
  if (session?.phase !== 'collect' || dayOver) return null;
  return <p className={styles.foot}>{say('list.collect')}</p>;
}

/** What stands on a screen and belongs to another session than the one whose questions are read. */
function onScreenElsewhere(
  stages: View['stages'],
  questions: NonNullable<View['questions']>,
  of: string | null | undefined,
): string[] {
  if (of === null) return [];
  return Object.values(stages ?? {}).flatMap(({ show, black }) => {
    const question = show.kind === 'question' && !black ? questions[show.question] : undefined;
    return question && question.session !== of ? [question.id] : [];
  });
}

/** From the questions of another session back to what is on now; while nothing is, on to what comes next. */
function BackToNow({ chosen }: { chosen: ChosenSession }) {
  const say = useText(boardMessages);
  const { session, running, next, choose, dayOver } = chosen;
  const other = running?.status === 'onAir' ? running : next;
  if (dayOver || !session || !other || other.id === session.id) return null;
  return (
    <Button kind="quiet" className={head.back} onClick={() => choose(other.id)}>
      <span className={head.backWords}>
        {say(other === next ? 'list.toNext' : 'list.backToNow', { title: other.title })}
      </span>
    </Button>
  );
}

/** What waits for a press, in words: new questions before all else. */
function Update(props: {
  held: Parameters<ReturnType<typeof useBringing>['start']>[1];
  onBring: () => void;
}) {
  const { fresh, moved, gone } = props.held;
  const say = useText(boardMessages);
  const others = [
    moved.length > 0 && say('list.moved', { count: moved.length }),
    gone.length > 0 && say('list.gone', { count: gone.length }),
  ].filter((words) => words !== false);
  const news = fresh.length > 0 ? [say('list.fresh', { count: fresh.length })] : [];
  return (
    <Button
      className={head.update}
      kind="primary"
      aria-label={[...news, ...others].join(' · ')}
      onClick={props.onBring}
    >
      {fresh.length > 0 ? (
        <>
          <span className={head.long}>{news}</span>
          <span className={head.short}>{say('list.freshShort', { count: fresh.length })}</span>
          <span aria-hidden="true"> ↑</span>
        </>
      ) : (
        say('list.bring')
      )}
    </Button>
  );
}

/** Whether a session has ended and takes no more questions. */
function isClosed(session: ChosenSession['session']): boolean {
  return session?.status === 'ended' && session.questions === 'closed';
}
