import { useEffect, useState } from 'react';
import type { EventView, RoomView } from '../../shared/views/view.ts';
import type { Fit } from './fit.ts';
import { FittedText } from './fitted-text.tsx';
import { BottomBar, timeIn } from './parts.tsx';
import { TestPicture, TimelinePicture, TimerPicture } from './programme-scenes.tsx';
import { QuestionPicture } from './question-scene.tsx';
import { type Picture, type Scene, sceneKey } from './scene.ts';
import {
  DoorsPicture,
  EndPicture,
  InvitePicture,
  JoinPicture,
  PostersPicture,
  TalkPicture,
} from './session-scenes.tsx';
import css from './stage.module.css';

/** How a stage looks: dark for dimmed rooms, light where the lights are on. */
export type StageTheme = 'dark' | 'light';

/** How long a swap takes, in milliseconds; the old picture goes away after it. */
const fade = 200;

interface StageProps {
  picture: Picture;
  event: EventView;
  room: RoomView | null;
  /** The server's time, epoch milliseconds. */
  at: number;
  theme?: StageTheme | undefined;
  onFit?: ((fit: Fit) => void) | undefined;
}

/** A room's stage, filling whatever it stands in: the wall, or a mirror of it. New pictures fade in over old ones. */
export function Stage({ picture, event, room, at, theme = 'dark', onFit }: StageProps) {
  const key = sceneKey(picture);
  const [layers, setLayers] = useState<{ key: string; picture: Picture }[]>([{ key, picture }]);
  const last = layers.at(-1);
  if (last?.key !== key) setLayers([...layers.slice(-1), { key, picture }]);
  useEffect(() => {
    if (layers.length < 2) return;
    const timer = setTimeout(() => setLayers((now) => now.slice(-1)), fade + 50);
    return () => clearTimeout(timer);
  }, [layers]);
  return (
    <div className={css.frame} data-theme={theme} data-scene={picture.black ? 'black' : picture.scene.kind}>
      {layers.map((layer, index) => {
        const top = index === layers.length - 1;
        return (
          <div
            key={layer.key}
            className={`${css.layer} ${index > 0 ? css.entering : ''}`}
            aria-hidden={top ? undefined : true}
          >
            <ScenePicture
              picture={top ? picture : layer.picture}
              event={event}
              room={room}
              at={at}
              onFit={top ? onFit : undefined}
            />
          </div>
        );
      })}
    </div>
  );
}

/** One scene, without frame and fading. */
function ScenePicture({ picture, ...rest }: Omit<StageProps, 'theme'>) {
  if (picture.black) return <div className={css.black} />;
  return <Lit scene={picture.scene} {...rest} />;
}

function Lit({ scene, event, room, at, onFit }: Omit<StageProps, 'theme' | 'picture'> & { scene: Scene }) {
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
      return (
        <div className={css.safe}>
          <div className={css.top}>
            <span className={css.topTitle}>{event.title}</span>
            <span>{timeIn(event, at)}</span>
          </div>
          <FittedText text={scene.text} onFit={onFit} />
          <BottomBar event={event} />
        </div>
      );
    case 'timeline':
      return <TimelinePicture scene={scene} event={event} at={at} />;
    case 'timer':
      return <TimerPicture scene={scene} event={event} at={at} />;
    case 'join':
      return <JoinPicture event={event} />;
    case 'test':
      return <TestPicture event={event} room={room} />;
    case 'end':
      return <EndPicture event={event} />;
    case 'blank':
      return null;
  }
}
