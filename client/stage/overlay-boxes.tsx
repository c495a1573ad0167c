import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { Box, type Over } from './box.tsx';
import type { Sizes } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { stageMessages } from './messages.en.ts';
import css from './overlay.module.css';
import { Address, JoinQr, TimeLeft, timeIn } from './parts.tsx';
import type { PictureProps } from './picture-props.ts';
import { aboutQuestion } from './question-scene.tsx';
import type { Scene } from './scene.ts';

const say = catalogue(stageMessages);

/** Sizes of text in percent of the screen's height, by layout: a lower third and a side are read across a room, a corner beside one. */
const sizes: Record<Over, Sizes> = {
  'lower-third': { most: 8, least: 5, step: 0.1 },
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
        {layout === 'lower-third' && <Address event={event} />}
      </div>
      <FittedText
        text={scene.question.text ?? say('stage.spoken')}
        sizes={sizes[layout]}
        className={css.fit}
        onFit={onFit}
      />
      {layout === 'side' && <Join event={event} />}
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
      <FittedText text={scene.text} sizes={sizes[layout]} className={css.fit} onFit={onFit} />
      {layout === 'side' && <Join event={event} />}
    </Box>
  );
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
      <Join event={event} />
    </Box>
  );
}

/** The time that is left, or the time of day where nothing is counted down to. */
export function TimerBox({ scene, layout, event, at }: BoxProps<'timer'> & Pick<PictureProps, 'at'>) {
  return (
    <Box layout={layout} of="timer">
      {scene.countdown ? (
        <TimeLeft countdown={scene.countdown} at={at} />
      ) : (
        <div className={css.heading}>{timeIn(event, at)}</div>
      )}
    </Box>
  );
}

function Join({ event }: Pick<PictureProps, 'event'>) {
  return (
    <div className={css.join}>
      <JoinQr event={event} />
      <Address event={event} lines />
    </div>
  );
}
