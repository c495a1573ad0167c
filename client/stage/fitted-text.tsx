import { useLayoutEffect, useRef, useState } from 'react';
import { type Fit, fitText, questionSizes } from './fit.ts';
import css from './stage.module.css';

/** How long each page of a text that needs several stays, in milliseconds. */
const pageTime = 12_000;

/**
 * A text as large as its box allows. It is measured in the real layout before anything is painted, so that nobody
 * ever sees it change its size; again only where the box does.
 */
export function FittedText({ text, onFit }: { text: string; onFit?: ((fit: Fit) => void) | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ size: questionSizes.least, pages: [text] });
  const [page, setPage] = useState(0);

  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current || !ruler.current || box.current.clientHeight === 0) return;
      const found = fitText(text, fitsIn(box.current, ruler.current));
      setFit((before) => (same(before, found) ? before : found));
      onFit?.(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [text, onFit]);

  const pages = fit.pages.length;
  useLayoutEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setPage((shown) => shown + 1), pageTime);
    return () => clearInterval(timer);
  }, [pages]);

  const shown = fit.pages[page % pages] ?? text;
  return (
    <div ref={box} className={css.question}>
      <div ref={ruler} className={`${css.text} ${css.measuring}`} aria-hidden="true" />
      <div className={css.text} dir="auto" data-size={fit.size} style={{ fontSize: `${fit.size}cqh` }}>
        <div>{shown}</div>
      </div>
      {pages > 1 && <div className={css.page}>{`${(page % pages) + 1} / ${pages}`}</div>}
    </div>
  );
}

/** Tries a text and a size in an invisible twin of the box. */
function fitsIn(box: HTMLElement, ruler: HTMLElement): (text: string, size: number) => boolean {
  const line = document.createElement('div');
  ruler.replaceChildren(line);
  return (text, size) => {
    line.textContent = text;
    ruler.style.fontSize = `${size}cqh`;
    return line.offsetHeight <= box.clientHeight && line.scrollWidth <= box.clientWidth;
  };
}

function same(a: Fit, b: Fit): boolean {
  return (
    a.size === b.size &&
    a.pages.length === b.pages.length &&
    a.pages.every((page, index) => page === b.pages[index])
  );
}
