import type { StageLook } from './look.ts';
import { JoinBox, MessageBox, QuestionBox, TimerBox } from './overlay-boxes.tsx';
import type { PictureProps } from './picture-props.ts';
import { TestBox } from './test-card.tsx';

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
      return <QuestionBox scene={scene} layout={layout} event={event} onFit={onFit} />;
    case 'message':
      return <MessageBox scene={scene} layout={layout} event={event} onFit={onFit} />;
    case 'qa-invite':
    case 'join':
      return <JoinBox kind={scene.kind} layout={layout} event={event} />;
    case 'timer':
      return <TimerBox scene={scene} layout={layout} event={event} at={at} />;
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
