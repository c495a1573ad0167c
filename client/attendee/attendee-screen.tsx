import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { inOrder } from '../../shared/rundown/on-now.ts';
import { useConnectionState, useView } from '../connection/hooks.tsx';
import { LateCode } from '../look/late-code.ts';
import { LatePart } from '../look/late-part.tsx';
import { useText } from '../look/messages.ts';
import { usePageTitle } from '../look/page-title.ts';
import { Shelter } from '../look/shelter.tsx';
import { useMedia } from '../look/use-media.ts';
import { whenIdle } from '../look/when-idle.ts';
import { Composer } from './ask/composer.tsx';
import { keptTexts } from './ask/kept-texts.ts';
import { useAnonymity } from './ask/use-anonymity.ts';
import { useOutgoing } from './ask/use-outgoing.ts';
import styles from './attendee.module.css';
import { Head, type Tab } from './head.tsx';
import { useJoining } from './join/use-join.ts';
import { useChosenSession } from './list/chosen-session.ts';
import { attendeeMessages } from './messages/attendee.en.ts';

const board = new LateCode(() => import('./board.tsx').then((file) => file.Board));
const notIn = new LateCode(() => import('./join/not-in.tsx').then((file) => file.NotIn));
const programme = new LateCode(() => import('./now/programme.tsx').then((file) => file.Programme));

/** Windows with room for the programme beside the questions. */
const withProgramme = '(min-width: 64rem)';

/** The audience's page: what is on, what is asked, and a field to ask that is always at hand. */
export function AttendeeScreen({ slug }: { slug: string }) {
  const say = useText(attendeeMessages);
  const joining = useJoining(slug);
  const event = useView((view) => view.event);
  const sessions = useView((view) => view.sessions);
  const stale = useConnectionState() === 'stale';
  const ordered = useMemo(() => inOrder(Object.values(sessions ?? {}), null), [sessions]);
  const chosen = useChosenSession(ordered);
  const outgoing = useOutgoing(slug);
  const anonymity = useAnonymity();
  const [tab, setTab] = useState<Tab>('now');
  const [putBacks, setPutBacks] = useState(0);
  const column = useRef<HTMLDivElement>(null);
  const wide = useMedia(withProgramme);
  usePageTitle(event?.title);
  useFetchedAhead(event !== undefined);

  const { choose } = chosen;
  const putBack = useCallback(
    (session: string, text: string) => {
      const kept = keptTexts(slug);
      kept.keepDraft(session, [kept.draft(session), text].filter(Boolean).join('\n'));
      choose(session);
      setPutBacks((before) => before + 1);
    },
    [slug, choose],
  );
  const askFor = useCallback(
    (session: string) => {
      choose(session);
      setTab('now');
    },
    [choose],
  );
  if (joining.problem) return <LatePart code={notIn} of={{ slug, problem: joining.problem, joining }} />;
  const day = <LatePart code={programme} of={{ onAsk: askFor }} />;
  return (
    <div className={styles.screen} data-stale={stale}>
      <Shelter>
        <Head event={event} ordered={ordered} tab={tab} onTab={setTab} tabs={!wide} />
      </Shelter>
      <div className={styles.columns}>
        <main className={styles.main}>
          <div ref={column} className={styles.column} data-tab={wide ? 'now' : tab}>
            <LatePart
              code={board}
              of={{ column, slug, ordered, chosen, outgoing, enter: joining.enter, onPutBack: putBack }}
            />
            {!wide && tab === 'programme' && day}
          </div>
          <div className={styles.dock}>
            <Shelter>
              <Composer
                key={putBacks}
                slug={slug}
                chosen={chosen}
                outgoing={outgoing}
                anonymity={anonymity}
                enter={joining.enter}
              />
            </Shelter>
          </div>
        </main>
        {wide && (
          <aside className={styles.aside} aria-label={say('tabs.programme')}>
            {day}
          </aside>
        )}
      </div>
    </div>
  );
}

/** Once the page shows its event and rests, what it may be asked for later is fetched: the network may be gone by then. */
function useFetchedAhead(shown: boolean): void {
  useEffect(() => {
    if (!shown) return;
    return whenIdle(() => {
      for (const part of [board, programme, notIn]) void part.fetch();
    });
  }, [shown]);
}
