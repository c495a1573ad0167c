import type { DisplayView, QuestionView, View } from '../../shared/views/view.ts';
import { useServerNow } from '../connection/hooks.tsx';
import { Button } from '../look/button.tsx';
import { catalogue } from '../look/messages.ts';
import { clockTime } from '../look/zones.ts';
import { type StageSource, sceneOf } from '../stage/scene.ts';
import { DisplayLink } from './display-link.tsx';
import { displayStatus } from './display-status.ts';
import { deskMessages } from './messages.en.ts';
import { Mirror } from './mirror.tsx';
import css from './screen-panel.module.css';
import { drawnSource, stageSource } from './stage-source.ts';

const say = catalogue(deskMessages);

/** What can be put on a screen besides questions. */
const others = ['auto', 'join', 'timeline', 'timer', 'blank', 'test'] as const;
export type OtherShow = (typeof others)[number];

interface ScreenProps {
  view: View;
  room: string;
  displays: readonly DisplayView[];
  onScreen: QuestionView | null;
  canAnswer: boolean;
  noShow: string | null;
  onClear: () => void;
  onAnswered: () => void;
  onBlack: () => void;
  onOther: (show: OtherShow) => void;
}

/** What the room sees, as its display says it drew it, and the two things one does with it. */
export function ScreenPanel(props: ScreenProps) {
  const { view, room, displays, onScreen } = props;
  const stage = view.stages?.[room] ?? null;
  const display = displays.find(({ connected }) => connected) ?? null;
  const source = display ? drawnSource(view, room, display) : stageSource(view, room);
  if (source === null) return null;
  return (
    <section className={css.panel} aria-labelledby="screen-title">
      <div className={css.head}>
        <h2 id="screen-title" className={css.title}>
          {say('screen.title')}
        </h2>
        <Status {...props} source={source} />
      </div>
      {display === null && <NoDisplay slug={source.event.slug} room={room} />}
      <div
        className={css.tally}
        data-live={onScreen !== null && display !== null}
        data-black={stage?.black ?? false}
      >
        <Mirror
          source={source}
          label={say('screen.mirror')}
          {...(display &&
            display.width > 0 &&
            display.height > 0 && { size: { width: display.width, height: display.height } })}
        />
        {stage?.black && <p className={css.black}>{say('screen.black')}</p>}
      </div>
      <div className={css.buttons}>
        <Button onClick={props.onClear} aria-keyshortcuts="C" className={css.big}>
          {say('do.clear')}
          <kbd>C</kbd>
        </Button>
        <Button
          kind="primary"
          onClick={props.onAnswered}
          disabled={!props.canAnswer}
          aria-keyshortcuts="D"
          className={css.big}
        >
          {say('do.answered')}
          <kbd>D</kbd>
        </Button>
        <Button
          kind={stage?.black ? 'live' : 'plain'}
          aria-pressed={stage?.black ?? false}
          onClick={props.onBlack}
          aria-keyshortcuts="B"
        >
          {stage?.black ? say('do.unblack') : say('do.black')}
          <kbd>B</kbd>
        </Button>
        <select
          className={css.other}
          aria-label={say('screen.more')}
          value=""
          disabled={props.noShow !== null}
          onChange={(event) => {
            const show = others.find((kind) => kind === event.currentTarget.value);
            if (show) props.onOther(show);
          }}
        >
          <option value="">{say('screen.more')}</option>
          {others.map((kind) => (
            <option key={kind} value={kind}>
              {say(`screen.show.${kind}`)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

/** Whether the displays confirmed it, in words. */
function Status({ view, room, displays, onScreen, noShow, source }: ScreenProps & { source: StageSource }) {
  const at = useServerNow(1_000);
  const stage = view.stages?.[room] ?? null;
  const status = displayStatus(displays, stage, at);
  const what = onScreen
    ? stage && say('screen.since', { time: clockTime(Date.parse(stage.since), source.event.timezone, true) })
    : say('screen.nothing', { scene: say(`scene.${sceneOf(source, at).kind}`) });
  return (
    <p className={css.status}>
      <span>
        {what}
        {onScreen?.status === 'answered' && ` · ${say('screen.answered')}`}
      </span>
      {noShow !== null && <span className={css.late}>{say('screen.unknown')}</span>}
      {noShow === null && status.total > 0 && (
        <span className={status.late ? css.late : css.ok} data-confirmed={status.confirmed === status.total}>
          {status.confirmed === status.total &&
            say('screen.confirmed', { confirmed: status.confirmed, total: status.total })}
          {status.confirmed < status.total && (status.late ? say('screen.late') : say('screen.waiting'))}
          {status.quietSince !== null &&
            ` · ${say('screen.quiet', { seconds: Math.round((at - status.quietSince) / 1000) })}`}
          {status.overflows && ` · ${say('screen.overflow')}`}
        </span>
      )}
    </p>
  );
}

function NoDisplay({ slug, room }: { slug: string; room: string }) {
  return (
    <div className={css.none} role="status">
      <p>{say('screen.none')}</p>
      <DisplayLink slug={slug} room={room} />
    </div>
  );
}
