import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { StageLook } from './look.ts';
import css from './stage.module.css';

/** How long a picture waits for its font, in milliseconds; what was fitted in another keeps that until it is opened anew. */
const fontTime = 1_000;

/** The narrowest shape whose height counts, width by height: on taller screens the picture shrinks with the width. */
const narrowest = 1.3;

/**
 * What every picture of a stage stands in: it fills whatever it stands in and gives its inside the units `--vh` and
 * `--vw`, hundredths of its own height and width in pixels. Nothing is drawn before they are known and the font is there: no
 * text is fitted in one font and shown in another.
 */
export function Frame({ look, scene, children }: { look: StageLook; scene: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      element.style.setProperty('--vh', `${Math.min(height, width / narrowest) / 100}px`);
      element.style.setProperty('--vw', `${width / 100}px`);
    };
    measure();
    let here = true;
    void lettersThere().then(() => here && setMeasured(true));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      here = false;
      observer.disconnect();
    };
  }, []);
  return (
    <div
      ref={frame}
      className={css.frame}
      data-theme={look.theme}
      data-layout={look.layout}
      data-background={look.background}
      data-scene={scene}
    >
      {measured && children}
    </div>
  );
}

/** Resolves once the stage's font can be drawn with, or will not be in time. Old browsers load none by themselves. */
async function lettersThere(): Promise<void> {
  const late = new Promise<void>((resolve) => setTimeout(resolve, fontTime));
  await Promise.race([
    Promise.resolve(document.fonts?.load('600 1em Hyperlegible')).catch(() => undefined),
    late,
  ]);
}
