import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { accentTokens } from '../look/event-accent.ts';
import { useLetters } from '../look/letters.ts';
import type { StageLook } from './look.ts';
import css from './stage.module.css';

/** The narrowest shape whose height counts, width by height: on taller screens the picture shrinks with the width. */
const narrowest = 1.3;

/**
 * What every picture of a stage stands in: it fills whatever it stands in and gives its inside the units `--vh` and
 * `--vw`, hundredths of its own height and width in pixels. Nothing is drawn before they are known and the font is there: no
 * text is fitted in one font and shown in another.
 */
export function Frame(props: {
  look: StageLook;
  scene: string;
  /** The event's own colour, of its lines; null where it has none. */
  accent: string | null;
  children: ReactNode;
}) {
  const { look, scene, accent, children } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState(false);
  const letters = useLetters();
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      element.style.setProperty('--vh', `${Math.min(height, width / narrowest) / 100}px`);
      element.style.setProperty('--vw', `${width / 100}px`);
    };
    measure();
    setMeasured(true);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={frame}
      className={css.frame}
      style={accentTokens(accent)}
      data-dressed={accent !== null}
      data-theme={look.theme}
      data-layout={look.layout}
      data-background={look.background}
      data-scene={scene}
    >
      {measured && letters && children}
    </div>
  );
}
