import { secondsUntil } from '../look/digits.ts';
import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { Box, type Over } from './box.tsx';
import type { Sizes } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { stageMessages } from './messages.en.ts';
import css from './overlay.module.css';
import { Digits, JoinCode, JoinQr, ScanHint, timeIn } from './parts.tsx';
import type { PictureProps } from './picture-props.ts';
import { aboutQuestion } from './question-scene.tsx';
import type { Countdown, Scene } from './scene.ts';
import { TwoLines } from './two-lines.tsx';

const say = catalogue(stageMessages);

/** Sizes of text in percent of the screen's height, by layout: a side is read across a room, a corner beside one. */
const sizes: Record<Over, Sizes> = {
  'lower-third': { most: 7, least: 5, step: 0.1 },
  side: { most: 9, least: 5, step: 0.1 },
  corner: { most: 4.6, least: 3, step: 0.1 },
};

/** What a box draws: a scene of these kinds, in a layout that shares the screen. */
interface BoxProps<K extends Scene['kind']> extends Pick<PictureProps, 'event' | 'onFit'> {
  scene: Extract<Scene, { kind: K }>;
  layout: Over;
}

/** A question, who asks it, and where a layout has room for it, how to join. */
export function QuestionBox({ scene, layout, event, onFit }: BoxProps<'question'>) {
  return (
    <Box layout={layout} of="text">
      <div className={css.meta}>
        <span>{inOneLine(aboutQuestion(scene.question, event), ' · ')}</span>
        {layout === 'lower-third' && <JoinCode event={event} />}
      </div>
      <Words text={scene.question.text ?? say('stage.spoken')} layout={layout} onFit={onFit} />
      {layout === 'side' && <JoinCode event={event} large />}
    </Box>
  );
}

/** What an operator wrote for the room. */
export function MessageBox({ scene, layout, event, onFit }: BoxProps<'message'>) {
  return (
    <Box layout={layout} of="text">
      <div className={css.meta}>
        <span dir="auto">{event.title}</span>
      </div>
      <Words text={scene.text} layout={layout} onFit={onFit} />
      {layout === 'side' && <JoinCode event={event} large />}
    </Box>
  );
}

/** What a timer counts. */
function timerWord({ to, of }: Countdown, at: number): string {
  return of !== 'start' && secondsUntil(to, at) <= 0 ? say('stage.overTime') : say(`stage.left.${of}`);
}

/** The words of a box: two lines at most at the bottom, else as large as the box has room. */
function Words({ text, layout, onFit }: { text: string; layout: Over } & Pick<PictureProps, 'onFit'>) {
  if (layout === 'lower-third') return <TwoLines text={text} sizes={sizes[layout]} onFit={onFit} />;
  return <FittedText text={text} sizes={sizes[layout]} className={css.fit} onFit={onFit} />;
}

/** How to join, and to ask now (`qa-invite`) or at any time (`join`). */
export function JoinBox({
  kind,
  layout,
  event,
}: Pick<BoxProps<never>, 'layout' | 'event'> & { kind: 'qa-invite' | 'join' }) {
  return (
    <Box layout={layout} of="join">
      <div className={css.heading}>{kind === 'join' ? say('stage.askAny') : say('stage.ask')}</div>
      {layout === 'side' && (
        <div className={css.qr}>
          <JoinQr event={event} />
        </div>
      )}
      {layout === 'side' && <ScanHint event={event} />}
      <JoinCode event={event} large={layout === 'side'} />
    </Box>
  );
}

/** The time that is left, or the time of day where nothing is counted down to. */
export function TimerBox({ scene, layout, event, at }: BoxProps<'timer'> & Pick<PictureProps, 'at'>) {
  return (
    <Box layout={layout} of="timer">
      <div className={css.heading}>
        {scene.countdown ? <Digits countdown={scene.countdown} at={at} /> : timeIn(event, at)}
      </div>
      {scene.countdown && <div className={css.meta}>{timerWord(scene.countdown, at)}</div>}
    </Box>
  );
}
