import { useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../look/classes.ts';
import { type Fit, type FitsAt, fitText, questionSizes, type Sizes } from './fit.ts';
import css from './stage.module.css';

/** How long each page of a text that needs several stays, in milliseconds. */
const pageTime = 12_000;

/** How much of a box more than all of it still counts as all of it: what rounding makes of equal heights. */
const rounding = 1.001;

/**
 * A text as large as its box allows. It is measured in the real layout before anything is painted, so that nobody
 * ever sees it change its size; again only where the box does. `className` makes the box; sizes are in percent of the
 * stage's height.
 */
export function FittedText({
  text,
  sizes = questionSizes,
  className = css.question,
  onFit,
}: {
  text: string;
  sizes?: Sizes;
  className?: string | undefined;
  onFit?: ((fit: Fit) => void) | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const ruler = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ size: sizes.least, pages: [text] });
  const [page, setPage] = useState(0);

  useLayoutEffect(() => {
    const measure = () => {
      if (!box.current || !ruler.current || box.current.clientHeight === 0) return;
      const line = document.createElement('div');
      ruler.current.replaceChildren(line);
      const found = fitText(
        text,
        fitsIn(ruler.current, line, false),
        sizes,
        fitsIn(ruler.current, line, true),
      );
      ruler.current.replaceChildren();
      setFit((before) => (same(before, found) ? before : found));
      onFit?.(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, [text, sizes, onFit]);

  const pages = fit.pages.length;
  useLayoutEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setPage((shown) => shown + 1), pageTime);
    return () => clearInterval(timer);
  }, [pages]);

  const shown = fit.pages[page % pages] ?? text;
  return (
    <div ref={box} className={className}>
      <div ref={ruler} className={classes(css.text, css.measuring)} aria-hidden="true" />
      <div
        className={css.text}
        dir="auto"
        data-paged={pages > 1}
        data-size={fit.size}
        style={{ fontSize: sized(fit.size) }}
      >
        <div>{shown}</div>
      </div>
      {pages > 1 && <div className={css.page}>{`${(page % pages) + 1} / ${pages}`}</div>}
    </div>
  );
}

/** Tries a text and a size in an invisible twin of the text; as a page it leaves room for the page's number. */
function fitsIn(ruler: HTMLElement, line: HTMLElement, paged: boolean): FitsAt {
  return (text, size) => {
    line.textContent = text;
    ruler.style.fontSize = sized(size);
    ruler.dataset['paged'] = String(paged);
    // Both under the same transform: a mirror in small measures what the wall does, to the same fraction of a line.
    const { height } = line.getBoundingClientRect();
    return height <= ruler.getBoundingClientRect().height * rounding && line.scrollWidth <= ruler.clientWidth;
  };
}

function sized(size: number): string {
  return `calc(${size} * var(--vh))`;
}

function same(a: Fit, b: Fit): boolean {
  return (
    a.size === b.size &&
    a.pages.length === b.pages.length &&
    a.pages.every((page, index) => page === b.pages[index])
  );
}
