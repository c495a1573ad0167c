import { useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../look/classes.ts';
import { type Fit, largest, pagesOf } from '../stage/fit.ts';
import css from './fitted-words.module.css';

/** How long each page of a text that needs several stays, in milliseconds. */
const pageTime = 12_000;

/** Sizes of a text in percent of the screen's shorter side. */
export interface Sizes {
  readonly most: number;
  readonly least: number;
}

/** A text as large as its box allows, never below the least size: what does not fit even then turns its pages. */
export function FittedWords({ text, sizes, className }: { text: string; sizes: Sizes; className?: string }) {
  const box = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const { most, least } = sizes;
  const [fit, setFit] = useState<Fit>({ size: least, pages: [text] });
  const [page, setPage] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current || !ruler.current || box.current.clientHeight === 0) return;
      const found = fitWords(text, { most, least }, box.current, ruler.current);
      setFit((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [text, most, least]);
  const pages = fit.pages.length;
  useLayoutEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setPage((shown) => shown + 1), pageTime);
    return () => clearInterval(timer);
  }, [pages]);
  return (
    <div ref={box} className={classes(css.box, className)}>
      <div ref={ruler} className={classes(css.words, css.measuring)} dir="auto" aria-hidden="true" />
      <div className={css.words} data-paged={pages > 1} dir="auto" style={{ fontSize: `${fit.size}vmin` }}>
        {fit.pages[page % pages] ?? text}
      </div>
      {pages > 1 && <div className={css.page}>{`${(page % pages) + 1} / ${pages}`}</div>}
    </div>
  );
}

/** The largest size at which a text fits its box, tried in its invisible twin; else pages, beside which their number stands. */
function fitWords(text: string, sizes: Sizes, box: HTMLElement, ruler: HTMLElement): Fit {
  const fits = (piece: string, size: number) => {
    ruler.textContent = piece;
    ruler.style.fontSize = `${size}vmin`;
    return ruler.offsetHeight <= box.clientHeight && ruler.scrollWidth <= ruler.clientWidth;
  };
  ruler.dataset['paged'] = 'false';
  const size = largest((candidate) => fits(text, candidate), { ...sizes, step: 0.25 });
  if (size !== null) return { size, pages: [text] };
  ruler.dataset['paged'] = 'true';
  return { size: sizes.least, pages: pagesOf(text, (page) => fits(page, sizes.least)) };
}
