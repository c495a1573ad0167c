import { useEffect, useState } from 'react';
import type { EventView, RoomView } from '../../shared/views/view.ts';
import type { Fit } from './fit.ts';
import { Frame } from './frame.tsx';
import { plainLook, type StageLook } from './look.ts';
import { drawsOver } from './overlay.tsx';
import { type Picture, sceneKey } from './scene.ts';
import { ScenePicture } from './scene-picture.tsx';
import { Sign, type SignWords } from './sign.tsx';
import css from './stage.module.css';

/** How long a swap takes, in milliseconds; the old picture goes away after it. */
const fade = 200;

interface StageProps {
  picture: Picture;
  event: EventView;
  room: RoomView | null;
  /** The server's time, epoch milliseconds. */
  at: number;
  look?: StageLook | undefined;
  /** Which display this is, where it is one: on its test card, and over everything while `identifying`. */
  display?: SignWords | undefined;
  identifying?: boolean | undefined;
  /** Left and right change places: for pictures that stood still for long. */
  mirrored?: boolean | undefined;
  onFit?: ((fit: Fit) => void) | undefined;
}

/** Whether a picture has words that a room reads at this moment. */
function isRead({ scene, black }: Picture): boolean {
  return !black && (scene.kind === 'question' || scene.kind === 'message');
}

/** A room's stage, filling whatever it stands in: the wall, or a mirror of it. New pictures fade in over old ones. */
export function Stage(props: StageProps) {
  const { picture, event, look = plainLook, display, identifying = false, mirrored = false } = props;
  const key = `${sceneKey(picture)}|${mirrored ? 'mirrored' : 'plain'}`;
  const [layers, setLayers] = useState<{ key: string; picture: Picture; mirrored: boolean }[]>([
    { key, picture, mirrored },
  ]);
  const last = layers.at(-1);
  if (last?.key !== key) setLayers([...layers.slice(-1), { key, picture, mirrored }]);
  useEffect(() => {
    if (layers.length < 2) return;
    const timer = setTimeout(() => setLayers((now) => now.slice(-1)), fade + 50);
    return () => clearTimeout(timer);
  }, [layers]);
  return (
    <Frame
      look={look}
      scene={picture.black ? 'black' : picture.scene.kind}
      accent={event.policy.look?.accent ?? null}
    >
      <div className={css.layers} data-mix={drawsOver(look)} data-signed={identifying && isRead(picture)}>
        {layers.map((layer, index) => {
          const top = index === layers.length - 1;
          return (
            <div
              key={layer.key}
              className={`${css.layer} ${index > 0 ? css.entering : top ? '' : css.leaving}`}
              data-mirrored={layer.mirrored}
              data-black={layer.picture.black}
              aria-hidden={top ? undefined : true}
            >
              <ScenePicture
                {...props}
                look={look}
                picture={top ? picture : layer.picture}
                onFit={top ? props.onFit : undefined}
              />
            </div>
          );
        })}
      </div>
      {identifying && display && <Sign words={display} layout={look.layout} read={isRead(picture)} />}
    </Frame>
  );
}
