import { MessagePicture } from './message-scene.tsx';
import { OverlayPicture } from './overlay.tsx';
import type { PictureProps } from './picture-props.ts';
import { TimelinePicture, TimerPicture } from './programme-scenes.tsx';
import { QuestionPicture } from './question-scene.tsx';
import type { Picture } from './scene.ts';
import {
  DoorsPicture,
  EndPicture,
  InvitePicture,
  JoinPicture,
  PostersPicture,
  TalkPicture,
} from './session-scenes.tsx';
import css from './stage.module.css';
import { TestPicture } from './test-card.tsx';

/** One picture, without frame and fading. Where others are mixed below it, black and blank leave them alone. */
export function ScenePicture({ picture, ...rest }: Omit<PictureProps, 'scene'> & { picture: Picture }) {
  const { layout, background } = rest.look;
  const { scene, black } = picture;
  if (black) return background === 'transparent' ? null : <div className={css.black} />;
  if (layout !== 'full') return <OverlayPicture scene={scene} {...rest} />;
  if (scene.kind === 'blank' && background === 'transparent') return null;
  return (
    <div className={css.whole}>
      <Lit scene={scene} {...rest} />
    </div>
  );
}

function Lit({ scene, event, room, at, look, display, onFit }: PictureProps) {
  switch (scene.kind) {
    case 'question':
      return <QuestionPicture scene={scene} event={event} at={at} onFit={onFit} />;
    case 'qa-invite':
      return <InvitePicture scene={scene} event={event} at={at} />;
    case 'talk':
    case 'spotlight':
    case 'panel':
      return <TalkPicture scene={scene} event={event} at={at} />;
    case 'posters':
      return <PostersPicture scene={scene} event={event} at={at} />;
    case 'doors':
    case 'break':
      return <DoorsPicture scene={scene} event={event} at={at} />;
    case 'message':
      return <MessagePicture scene={scene} event={event} at={at} onFit={onFit} />;
    case 'timeline':
      return <TimelinePicture scene={scene} event={event} at={at} />;
    case 'timer':
      return <TimerPicture scene={scene} event={event} at={at} look={look} />;
    case 'join':
      return <JoinPicture event={event} />;
    case 'test':
      return <TestPicture event={event} room={room} look={look} display={display} />;
    case 'end':
      return <EndPicture event={event} />;
    case 'blank':
      return null;
  }
}
