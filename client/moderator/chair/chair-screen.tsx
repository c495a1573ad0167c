import { allows } from '../../../shared/questions/moves.ts';
import type { View } from '../../../shared/views/view.ts';
import { useIsBeatMissed } from '../../connection/display-hooks.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { Button } from '../../look/button.tsx';
import { catalogue } from '../../look/messages.ts';
import { Mirror } from '../../stage/mirror.tsx';
import type { StageActions } from '../actions/stage-actions.ts';
import type { Watched } from '../desk/use-watched.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { textOf } from '../messages/question-text.ts';
import { displayStatus } from '../screen/display-status.ts';
import { shownWords } from '../screen/shown-words.ts';
import { stageSource } from '../screen/stage-source.ts';
import css from './chair.module.css';
import type { ChairLayout } from './chair-layout.ts';
import { ChairQuestion } from './chair-question.tsx';
import { useFittedSize } from './use-fitted-size.ts';

const say = catalogue(deskMessages);

/** The largest size of the question on screen, in pixels: it is read from a hand, or from a tablet that lies. */
const largest = { pages: 30, panes: 44, scroll: 22 } as const satisfies Record<ChairLayout, number>;

/** What the room sees now, as large as it fits, and the ways to take it off. */
export function ChairScreen({
  view,
  room,
  watched,
  inDoubt,
  noShow,
  actions,
  layout,
}: {
  view: View;
  room: string;
  watched: Watched;
  /** The server did not answer yet: what the screen shows is not known. */
  inDoubt: boolean;
  /** Why nothing can be done now; null where it can. */
  noShow: string | null;
  actions: StageActions;
  layout: ChairLayout;
}) {
  const { onScreen } = watched;
  const box = useFittedSize(onScreen === null ? '' : textOf(onScreen), largest[layout]);
  return (
    <section className={css.screen} aria-labelledby="chair-screen" data-live={onScreen !== null}>
      <div className={css.screenHead}>
        <h2 id="chair-screen" className={css.title}>
          {say('screen.title')}
          <Confirmed watched={watched} inDoubt={inDoubt} />
        </h2>
        <Off watched={watched} noShow={noShow} actions={actions} />
      </div>
      <div ref={box} className={css.now} data-scene={onScreen === null}>
        {onScreen === null ? <Scene view={view} room={room} /> : <ChairQuestion question={onScreen} />}
      </div>
    </section>
  );
}

/** What takes a question off without saying that it was answered, and everything at once. */
function Off(props: { watched: Watched; noShow: string | null; actions: StageActions }) {
  const { watched, noShow, actions } = props;
  const { onScreen, stage } = watched;
  const black = stage?.black ?? false;
  const off = { 'aria-disabled': noShow !== null || undefined, title: noShow ?? undefined };
  return (
    <div className={css.off}>
      {onScreen !== null && allows('answer', onScreen.status) && (
        <Button {...off} onClick={actions.clear}>
          {say('do.clear')}
        </Button>
      )}
      <Button {...off} aria-pressed={black} onClick={() => actions.black(!black)}>
        {say(black ? 'do.unblack' : 'do.black')}
      </Button>
    </div>
  );
}

/** What the screen shows where that is no question: by its name, and as a picture where there is room for one. */
function Scene({ view, room }: { view: View; room: string }) {
  const at = useServerNow(1_000);
  const source = stageSource(view, room);
  const scene = source && shownWords(source, at);
  return (
    <>
      <p className={css.nothing}>
        {scene === null ? say('chair.nothing') : say('screen.nothing', { scene })}
      </p>
      {source !== null && (
        <div className={css.wall}>
          <div className={css.picture}>
            <Mirror source={source} label={say('screen.mirror')} />
          </div>
        </div>
      )}
    </>
  );
}

/** A word only where the room may not see what this says, or still sees what is done. */
function Confirmed({
  watched: { displays, stage, onScreen },
  inDoubt,
}: {
  watched: Watched;
  inDoubt: boolean;
}) {
  const at = useServerNow(1_000);
  const isBeatMissed = useIsBeatMissed();
  const { total, confirmed, late, missing } = displayStatus(displays, stage, at);
  if (inDoubt || isBeatMissed) return <span className={css.trouble}>{say('screen.unknown')}</span>;
  if (stage?.black) return <span className={css.trouble}>{say('screen.black')}</span>;
  if (total === 0) return <span className={css.trouble}>{say('screen.noneShort')}</span>;
  if (missing > 0)
    return <span className={css.trouble}>{say('screen.missing', { count: missing, total })}</span>;
  if (late && confirmed < total) return <span className={css.trouble}>{say('screen.late')}</span>;
  return onScreen?.status === 'answered' ? (
    <span className={css.trouble}>{say('screen.answered')}</span>
  ) : null;
}
