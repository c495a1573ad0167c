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
 * ever sees it change its size; again only where the box does. `className` makes the box, sizes are in percent of the
 * stage's height. `hug`: the box is as high as the text, at most as its style says in `--room`.
 */
export function FittedText({
  text,
  sizes = questionSizes,
  className = css.question,
  hug = false,
  onFit,
}: {
  text: string;
  sizes?: Sizes;
  className?: string | undefined;
  hug?: boolean;
  onFit?: ((fit: Fit) => void) | undefined;
}) {
  const ruler = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ size: sizes.least, pages: [text] });
  const page = usePage(fit.pages.length);

  useLayoutEffect(() => {
    const measure = () => {
      if (!ruler.current || ruler.current.clientHeight === 0) return;
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
    if (ruler.current) observer.observe(ruler.current);
    return () => observer.disconnect();
  }, [text, sizes, onFit]);

  const pages = fit.pages.length;
  return (
    <div className={className} data-hug={hug}>
      <div ref={ruler} className={classes(css.text, css.measuring)} aria-hidden="true" />
      <div
        className={css.text}
        dir="auto"
        data-paged={pages > 1}
        data-size={fit.size}
        style={{ fontSize: sized(fit.size) }}
      >
        <div>{fit.pages[page] ?? text}</div>
      </div>
      {pages > 1 && <div className={css.page}>{`${page + 1} / ${pages}`}</div>}
    </div>
  );
}

/** Which of so many pages is shown: each stays a while, then comes the next. */
export function usePage(pages: number): number {
  const [turns, setTurns] = useState(0);
  useLayoutEffect(() => {
    if (pages < 2) return;
    const timer = setInterval(() => setTurns((shown) => shown + 1), pageTime);
    return () => clearInterval(timer);
  }, [pages]);
  return turns % pages;
}

/** Tries a text and a size in an invisible twin of the text; as a page it leaves room for the page's number. */
export function fitsIn(ruler: HTMLElement, line: HTMLElement, paged: boolean): FitsAt {
  return (text, size) => {
    line.textContent = text;
    ruler.style.fontSize = sized(size);
    ruler.dataset['paged'] = String(paged);
    // Both under the same transform: a mirror in small measures what the wall does, to the same fraction of a line.
    const { height } = line.getBoundingClientRect();
    return height <= ruler.getBoundingClientRect().height * rounding && line.scrollWidth <= ruler.clientWidth;
  };
}

/** A size in percent of the stage's height, for a style. */
export function sized(size: number): string {
  return `calc(${size} * var(--vh))`;
}

function same(a: Fit, b: Fit): boolean {
  return (
    a.size === b.size &&
    a.pages.length === b.pages.length &&
    a.pages.every((page, index) => page === b.pages[index])
  );
}
