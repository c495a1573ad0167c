import type { DisplayView, QuestionView, View } from '../../../shared/views/view.ts';
import { useIsBeatMissed } from '../../connection/display-hooks.ts';
import { useServerNow } from '../../connection/hooks.tsx';
import { clockDigits } from '../../look/digits.ts';
import { catalogue } from '../../look/messages.ts';
import { clockTime } from '../../look/zones.ts';
import { lookOf } from '../../stage/look.ts';
import { Mirror } from '../../stage/mirror.tsx';
import { type StageSource, stageIn } from '../../stage/scene.ts';
import { deskMessages } from '../messages/desk.en.ts';
import { shorten, textOf } from '../messages/question-text.ts';
import { DeskSection } from '../panels/desk-section.tsx';
import { DisplayLink } from './display-link.tsx';
import { displayStatus } from './display-status.ts';
import { ScreenButtons } from './screen-buttons.tsx';
import css from './screen-panel.module.css';
import { shownWords } from './shown-words.ts';
import { useStageLink } from './stage-link.ts';
import { drawnSource, stageSource } from './stage-source.ts';

const say = catalogue(deskMessages);

interface ScreenProps {
  view: View;
  room: string;
  displays: readonly DisplayView[];
  onScreen: QuestionView | null;
  canAnswer: boolean;
  noShow: string | null;
  /** The server did not answer yet: what the screen shows is not known. */
  inDoubt: boolean;
  onClear: () => void;
  onAnswered: () => void;
  onBlack: () => void;
  onDisplays: () => void;
}

/** What the room sees, as its display says it drew it, and what one does with it. */
export function ScreenPanel(props: ScreenProps) {
  const { view, room, displays, onScreen } = props;
  const stage = stageIn(view.event, view.stages?.[room] ?? null);
  const display = mirrored(displays);
  const source = display ? drawnSource(view, room, display) : stageSource(view, room);
  if (source === null) return null;
  const size = sizeOf(display);
  return (
    <>
      {display === null && <NoDisplay slug={source.event.slug} room={room} />}
      <DeskSection title={say('screen.title')} aside={<Status {...props} />} gives="first">
        <div className={css.space} data-gives="true">
          <div
            className={css.tally}
            style={{ width: `min(100cqw, calc((100cqh - 6px) * ${shapeOf(size)} + 6px))` }}
            data-live={onScreen !== null && display !== null}
            data-black={stage?.black ?? false}
          >
            <Mirror
              source={source}
              label={say('screen.mirror')}
              look={display ? lookOf('', lookSet(display)) : undefined}
              {...size}
            />
            {stage?.black && <p className={css.black}>{say('screen.black')}</p>}
            {onScreen?.status === 'answered' && !stage?.black && (
              <p className={css.still}>{say('screen.answered')}</p>
            )}
          </div>
        </div>
        <What {...props} source={source} />
        <ScreenButtons {...props} black={stage?.black ?? false} />
      </DeskSection>
    </>
  );
}

/** The size of a display's picture, where it said it. */
function sizeOf(display: DisplayView | null): { size?: { width: number; height: number } } {
  if (display === null || display.width <= 0 || display.height <= 0) return {};
  return { size: { width: display.width, height: display.height } };
}

/** Width over height of a picture, as far as it is known. */
function shapeOf({ size }: ReturnType<typeof sizeOf>): number {
  return size === undefined ? 16 / 9 : size.width / size.height;
}

/** What a desk set of a display's look; null where its own link says. */
function lookSet({ layout, background, theme }: DisplayView) {
  return { layout: layout ?? null, background: background ?? null, theme: theme ?? null };
}

/** The display to mirror: the first that shows the whole picture, else the first that is connected. */
function mirrored(displays: readonly DisplayView[]): DisplayView | null {
  const here = displays.filter(({ connected }) => connected);
  return (
    here.find(({ layout }) => layout === null || layout === undefined || layout === 'full') ?? here[0] ?? null
  );
}

/** What is on screen in words, and for how long, in one line. */
function What({ view, room, onScreen, source }: ScreenProps & { source: StageSource }) {
  const at = useServerNow(1_000);
  const stage = stageIn(view.event, view.stages?.[room] ?? null);
  if (stage?.black) return <p className={css.what}>{say('screen.black')}</p>;
  if (onScreen === null)
    return <p className={css.what}>{say('screen.nothing', { scene: shownWords(source, at) })}</p>;
  const since = stage ? Date.parse(stage.since) : at;
  return (
    <p className={css.what}>
      {onScreen.n !== null && <span>#{onScreen.n}</span>}{' '}
      <span className={css.words} dir="auto">
        {shorten(textOf(onScreen))}
      </span>{' '}
      <span
        className={css.since}
        title={say('screen.since', { time: clockTime(since, source.event.timezone, true) })}
      >
        {clockDigits(Math.max(0, Math.floor((at - since) / 1000)))}
      </span>
    </p>
  );
}

/** Whether the displays confirmed it, in words; it shouts where one is missing or stale. */
function Status({ view, room, displays, inDoubt, onDisplays }: ScreenProps) {
  const at = useServerNow(1_000);
  const isBeatMissed = useIsBeatMissed();
  const stage = stageIn(view.event, view.stages?.[room] ?? null);
  const status = displayStatus(displays, stage, at);
  if (inDoubt || isBeatMissed) return <span className={css.late}>{say('screen.unknown')}</span>;
  if (status.total === 0) return null;
  const all = status.confirmed === status.total;
  const trouble = status.missing > 0 || status.quietSince !== null || (!all && status.late);
  return (
    <button
      type="button"
      className={trouble ? css.late : css.ok}
      data-confirmed={all && !trouble}
      onClick={onDisplays}
    >
      {status.missing > 0
        ? say('screen.missing', { count: status.missing, total: status.total })
        : all
          ? say('screen.confirmed', { confirmed: status.confirmed, total: status.total })
          : say(status.late ? 'screen.late' : 'screen.waiting')}
      {status.quietSince !== null &&
        ` · ${say('screen.quiet', { seconds: Math.round((at - status.quietSince) / 1000) })}`}
      {status.overflows && ` · ${say('screen.overflow')}`}
    </button>
  );
}

function NoDisplay({ slug, room }: { slug: string; room: string }) {
  const link = useStageLink(slug, room);
  return (
    <div className={css.none} role="status">
      <p>{say('screen.none')}</p>
      <DisplayLink link={link} />
    </div>
  );
}
