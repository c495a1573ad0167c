import { useEffect, useState } from 'react';
import { type Picture, sceneKey } from '../stage/scene.ts';

/**
 * How long a picture stays at least, in milliseconds: longer than a fade, so that none is cut short, and so long that
 * no sequence of commands makes a wall flash more than three times a second.
 */
const atLeast = 350;

/** The picture to draw: the newest, once the one before stood long enough. Black never waits. */
export function useSteady(picture: Picture): Picture {
  const key = sceneKey(picture);
  const [held, setHeld] = useState({ key, picture, since: 0 });
  useEffect(() => {
    if (key === held.key) return;
    const draw = () => setHeld({ key, picture, since: performance.now() });
    const left = held.since + atLeast - performance.now();
    const timer = setTimeout(draw, picture.black || left <= 0 ? 0 : left);
    return () => clearTimeout(timer);
  }, [key, picture, held]);
  return key === held.key ? picture : held.picture;
}
