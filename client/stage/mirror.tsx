import { useLayoutEffect, useRef, useState } from 'react';
import { useServerNow } from '../connection/hooks.tsx';
import type { Fit } from './fit.ts';
import type { StageLook } from './look.ts';
import css from './mirror.module.css';
import { pictureOf, type StageSource } from './scene.ts';
import { Stage } from './stage.tsx';

/** A stage in small: drawn at its true size and scaled down, so that every line breaks where it does on the wall. */
export function Mirror({
  source,
  label,
  look,
  size = wall,
  onFit,
}: {
  source: StageSource;
  label: string;
  /** How the display it mirrors is drawn; without it as a projector in a dimmed room. */
  look?: StageLook | undefined;
  size?: { width: number; height: number };
  onFit?: (fit: Fit) => void;
}) {
  const at = useServerNow(1_000);
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.2);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setScale(element.clientWidth / size.width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [size.width]);
  const { width, height } = size;
  return (
    <div
      ref={box}
      className={css.mirror}
      role="img"
      aria-label={label}
      style={{ aspectRatio: `${width} / ${height}` }}
    >
      <div className={css.wall} style={{ width, height, transform: `scale(${scale})` }} inert>
        <Stage
          picture={pictureOf(source, at)}
          event={source.event}
          room={source.room}
          at={at}
          look={look}
          onFit={onFit}
        />
      </div>
    </div>
  );
}

/** The usual projector, in pixels. */
const wall = { width: 1920, height: 1080 };
