import { catalogue } from '../look/messages.ts';
import { inOneLine } from '../look/written.ts';
import { Box, type Over } from './box.tsx';
import type { Sizes } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import type { StageLook } from './look.ts';
import { stageMessages } from './messages.en.ts';
import css from './overlay.module.css';
import { Address, JoinQr, TimeLeft, timeIn } from './parts.tsx';
import type { PictureProps } from './picture-props.ts';
import { aboutQuestion } from './question-scene.tsx';
import { TestBox } from './test-card.tsx';

const say = catalogue(stageMessages);

/** Sizes of text in percent of the screen's height, by layout: a lower third and a side are read across a room, a corner beside one. */
const sizes: Record<Over, Sizes> = {
  'lower-third': { most: 8, least: 5, step: 0.1 },
  side: { most: 9, least: 5, step: 0.1 },
  corner: { most: 4.6, least: 3, step: 0.1 },
};

/** Whether a look lets something else be seen, so that swaps dissolve instead of covering what was there. */
export function drawsOver({ layout, background }: StageLook): boolean {
  return layout !== 'full' || background === 'transparent';
}

/** A scene in a layout that shares the screen: only what people look for beside slides or a camera; the rest draws nothing. */
export function OverlayPicture({ scene, look, ...rest }: PictureProps) {
  if (look.layout === 'full') return null;
  const { layout } = look;
  const { event, at, onFit } = rest;
  switch (scene.kind) {
    case 'question':
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
    case 'message':
      return (
        <Box layout={layout} of="text">
          <div className={css.meta}>
            <span dir="auto">{event.title}</span>
          </div>
          <FittedText text={scene.text} sizes={sizes[layout]} className={css.fit} onFit={onFit} />
          {layout === 'side' && <Join event={event} />}
        </Box>
      );
    case 'qa-invite':
    case 'join':
      return (
        <Box layout={layout} of="join">
          <div className={css.heading}>{scene.kind === 'join' ? say('stage.askAny') : say('stage.ask')}</div>
          <Join event={event} />
        </Box>
      );
    case 'timer':
      return (
        <Box layout={layout} of="timer">
          {scene.countdown ? (
            <TimeLeft countdown={scene.countdown} at={at} />
          ) : (
            <div className={css.heading}>{timeIn(event, at)}</div>
          )}
        </Box>
      );
    case 'test':
      return <TestBox look={look} {...rest} />;
    case 'talk':
    case 'spotlight':
    case 'panel':
    case 'posters':
    case 'doors':
    case 'break':
    case 'timeline':
    case 'end':
    case 'blank':
      return null;
  }
}

function Join({ event }: Pick<PictureProps, 'event'>) {
  return (
    <div className={css.join}>
      <JoinQr event={event} />
      <Address event={event} lines />
    </div>
  );
}
