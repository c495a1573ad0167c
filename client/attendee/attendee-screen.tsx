import { useCallback, useEffect, useState } from 'react';
import { useConnectionState, useView } from '../connection/hooks.tsx';
import { useEventAccent } from '../look/event-accent.ts';
import { LateCode } from '../look/late-code.ts';
import { LatePart } from '../look/late-part.tsx';
import { usePageTitle } from '../look/page-title.ts';
import { Shelter } from '../look/shelter.tsx';
import { useMedia } from '../look/use-media.ts';
import { whenIdle } from '../look/when-idle.ts';
import { ChangeLine } from './ask/change-line.tsx';
import { Composer } from './ask/composer.tsx';
import { SentLine } from './ask/sent-line.tsx';
import { useAnonymity } from './ask/use-anonymity.ts';
import { useLastSent } from './ask/use-last-sent.ts';
import { useOutgoing } from './ask/use-outgoing.ts';
import { usePutBack } from './ask/use-put-back.ts';
import styles from './attendee.module.css';
import { Bar } from './bar.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { type Joining, useJoining } from './join/use-join.ts';
import { useChosenSession } from './list/chosen-session.ts';
import { useSessions } from './now/use-sessions.ts';
import { BoardSkeleton } from './skeleton.tsx';
import { type Tab, Tabs } from './tabs.tsx';
import { useTabs } from './use-tabs.ts';

const board = new LateCode(() => import('./board.tsx').then((file) => file.Board));
const notIn = new LateCode(() => import('./join/not-in.tsx').then((file) => file.NotIn));
const programme = new LateCode(() => import('./now/programme.tsx').then((file) => file.Programme));
const about = new LateCode(() => import('./about/about-sheet.tsx').then((file) => file.AboutSheet));
const question = new LateCode(() => import('./about/question-sheet.tsx').then((file) => file.QuestionSheet));
const session = new LateCode(() => import('./about/session-sheet.tsx').then((file) => file.SessionSheet));

/** Asks for the code of the list, before anything is drawn. */
export const preloadBoard: () => Promise<void> = board.fetch;

/** Windows with room for the programme beside the questions, and for the field to ask beside both. */
const twoPanes = '(min-width: 48rem)';
const withCard = '(min-width: 64rem)';

/** What lies over the page: what is about its reader, or about one session or question. */
type Over = { of: 'about' } | { of: 'session' | 'question'; id: string } | null;

/** The audience's page: what is on, what is asked, and a field to ask that is always at hand. */
export function AttendeeScreen({ slug }: { slug: string }) {
  const joining = useJoining(slug);
  const event = useView((view) => view.event);
  const stale = useConnectionState() === 'stale';
  const ordered = useSessions();
  const chosen = useChosenSession(ordered, event?.closed ?? false);
  const outgoing = useOutgoing(slug, joining.entered);
  const sending = useLastSent(outgoing);
  const anonymity = useAnonymity(slug);
  const [over, setOver] = useState<Over>(null);
  const [change, setChange] = useState<string | null>(null);
  const [column, setColumn] = useState<HTMLElement | null>(null);
  const wide = useMedia(twoPanes);
  const card = useMedia(withCard);
  const { tab, show: showTab } = useTabs(wide);
  const show = useCallback(
    (next: Tab) => {
      if (next === 'mine') setChange(null);
      showTab(next);
    },
    [showTab],
  );
  const { choose } = chosen;
  const { putBack, putBacks } = usePutBack(slug, choose);
  usePageTitle(event?.title);
  useEventAccent(event?.policy.look?.accent);
  useFetchedAhead(event !== undefined);

  const askFor = useCallback(
    (id: string) => {
      setOver(null);
      choose(id);
      show('questions');
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-ask]')?.focus());
    },
    [choose, show],
  );
  const openSession = useCallback((id: string) => setOver({ of: 'session', id }), []);
  const openQuestion = useCallback((id: string) => setOver({ of: 'question', id }), []);
  const close = useCallback(() => setOver(null), []);
  const closeChange = useCallback(() => setChange(null), []);
  const seeMine = useCallback(() => {
    show('mine');
    requestAnimationFrame(() => document.getElementById('my-questions')?.focus());
  }, [show]);
  const mine = useMine(outgoing.all.map(({ id }) => id));
  if (joining.problem) return <LatePart code={notIn} of={{ slug, problem: joining.problem, joining }} />;
  const day = <LatePart code={programme} of={{ onOpen: openSession, onAsk: askFor }} />;
  const composer = (place: 'dock' | 'card', shown: boolean) => (
    <Shelter>
      <Composer
        key={putBacks}
        {...{ slug, chosen, anonymity, place, shown, enter: joining.enter, onAsk: sending.ask }}
      />
    </Shelter>
  );
  return (
    <div className={styles.screen} data-stale={stale}>
      <Shelter>
        <Bar
          slug={slug}
          event={event}
          tab={tab}
          onTab={show}
          tabs={wide ? ['questions', 'mine'] : []}
          mine={mine}
          onAbout={() => setOver({ of: 'about' })}
        />
      </Shelter>
      <div className={styles.columns}>
        <div className={styles.left}>
          <main ref={setColumn} className={styles.column}>
            <LatePart
              code={board}
              waiting={<BoardSkeleton />}
              of={{
                column,
                onChange: tab === 'mine' ? closeChange : setChange,
                tab,
                slug,
                ordered,
                chosen,
                outgoing,
                onPutBack: putBack,
                openSession,
                openQuestion,
              }}
            />
            {!wide && tab === 'programme' && day}
          </main>
          <div className={styles.dock}>
            <div className={styles.edge}>
              <SentLine
                sent={sending.sent}
                outgoing={outgoing}
                onPutBack={putBack}
                onSee={tab === 'mine' ? null : seeMine}
              />
              {change !== null && tab !== 'mine' && (
                <ChangeLine key={change} words={change} onSee={seeMine} onClose={closeChange} />
              )}
              <ConnectionLine />
            </div>
            {!card && composer('dock', tab !== 'programme')}
            {!wide && <Tabs tabs={['questions', 'programme', 'mine']} tab={tab} onTab={show} mine={mine} />}
          </div>
        </div>
        {wide && (
          <div className={styles.right}>
            {card && composer('card', true)}
            {day}
          </div>
        )}
      </div>
      <Sheets {...{ over, slug, enter: joining.enter, onAsk: askFor, onClose: close }} />
    </div>
  );
}

/** What lies over the page. */
function Sheets(props: {
  over: Over;
  slug: string;
  enter: Joining['enter'];
  onAsk: (session: string) => void;
  onClose: () => void;
}) {
  const { over, slug, enter, onAsk, onClose } = props;
  switch (over?.of) {
    case 'about':
      return <LatePart code={about} of={{ slug, enter, onClose }} />;
    case 'question':
      return <LatePart code={question} of={{ slug, id: over.id, onClose }} />;
    case 'session':
      return <LatePart code={session} of={{ slug, id: over.id, onAsk, onClose }} />;
    case undefined:
      return null;
  }
}

/** How many questions are mine, with those that are still on their way. */
function useMine(underway: readonly string[]): number {
  const mine = useView((view) => view.me?.mine);
  return new Set([...(mine ?? []), ...underway]).size;
}

/** Once the page shows its event and rests, what it may be asked for later is fetched: the network may be gone by then. */
function useFetchedAhead(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    return whenIdle(() => {
      for (const part of [board, programme, notIn, about, session, question]) void part.fetch();
    });
  }, [shown]);
}
