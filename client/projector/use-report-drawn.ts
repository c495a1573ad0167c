import { useCallback, useEffect, useRef } from 'react';
import { useDrawn } from '../connection/display-hooks.ts';
import { useConnection } from '../connection/hooks.tsx';
import type { Fit } from '../stage/fit.ts';
import { displayId } from './display-id.ts';

/** How often a display says what it shows though nothing changed, in milliseconds: after 8 s of silence a desk shouts. */
const drawnEvery = 2_500;

/**
 * Tells the desk what really stands here: after every swap, and every few seconds for as long as it does. Gives what
 * the fitted text of the picture says of itself to.
 */
export function useReportDrawn(kind: string, question: string | null): (fit: Fit) => void {
  const drawn = useDrawn();
  const { seq, state } = useConnection();
  const latest = useRef({ seq, fits: true });
  const onFit = useCallback((fit: Fit) => {
    latest.current.fits = fit.pages.length === 1;
  }, []);
  useEffect(() => {
    latest.current.seq = seq;
  }, [seq]);
  useEffect(() => {
    if (state !== 'live') return;
    const report = () => {
      const fits = (question === null && kind !== 'message') || latest.current.fits;
      const size = { width: innerWidth, height: innerHeight };
      drawn({ display: displayId(), seq: latest.current.seq, kind, question, fits, ...size });
    };
    // Two frames later it has been painted.
    const frame = requestAnimationFrame(() => requestAnimationFrame(report));
    const timer = setInterval(report, drawnEvery);
    return () => {
      cancelAnimationFrame(frame);
      clearInterval(timer);
    };
  }, [kind, question, state, drawn]);
  return onFit;
}
