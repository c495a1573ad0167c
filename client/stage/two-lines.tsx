import { useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../look/classes.ts';
import { type Fit, fitText, type Sizes } from './fit.ts';
import { fitsIn, sized, usePage } from './fitted-text.tsx';
import css from './stage.module.css';

/**
 * A text in two lines at most, as large as they allow, as wide as its words and no wider; what is longer comes in pages, all
 * as wide as the narrowest box that holds each in two lines: no page is one long line, and none after it half as wide. Sizes
 * are in percent of the stage's height. It is measured before anything is painted.
 */
export function TwoLines({
  text,
  sizes,
  onFit,
}: {
  text: string;
  sizes: Sizes;
  onFit?: ((fit: Fit) => void) | undefined;
}) {
  const ruler = useRef<HTMLDivElement>(null);
  const [fit, setFit] = useState<Fit>({ size: sizes.least, pages: [text] });
  const [widths, setWidths] = useState<readonly number[]>([]);
  const page = usePage(fit.pages.length);

  useLayoutEffect(() => {
    const measure = () => {
      const element = ruler.current;
      if (!element || element.clientWidth === 0) return;
      const line = document.createElement('div');
      element.replaceChildren(line);
      const fits = fitsIn(element, line, false);
      const found = fitText(text, fits, sizes);
      setFit(found);
      setWidths(widthsOf(found, line, element, fits));
      element.replaceChildren();
      onFit?.(found);
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (ruler.current) observer.observe(ruler.current);
    return () => observer.disconnect();
  }, [text, sizes, onFit]);

  const pages = fit.pages.length;
  const width = widths[page];
  return (
    <div className={css.lines}>
      <div ref={ruler} className={classes(css.text, css.measuring, css.twoLines)} aria-hidden="true" />
      <div
        className={classes(css.text, css.shownLines)}
        dir="auto"
        data-size={fit.size}
        style={{ fontSize: sized(fit.size), ...(width !== undefined && { inlineSize: `${width}px` }) }}
      >
        <div>{fit.pages[page] ?? text}</div>
      </div>
      {pages > 1 && <div className={css.linesPage}>{`${page + 1} / ${pages}`}</div>}
    </div>
  );
}

/** How wide each page is. */
function widthsOf(
  { size, pages }: Fit,
  line: HTMLElement,
  ruler: HTMLElement,
  fits: (text: string, size: number) => boolean,
): number[] {
  if (pages.length === 1)
    return pages.map((page) => {
      fits(page, size);
      return widthOf(line, ruler);
    });
  const holdAll = (width: number) => {
    line.style.inlineSize = `${width}px`;
    return pages.every((page) => fits(page, size));
  };
  let [low, high] = [0, ruler.clientWidth];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holdAll(middle)) high = middle;
    else low = middle + 1;
  }
  return pages.map(() => high);
}

/** The width of a text's widest line, in whole pixels of the page, whatever it is scaled by. */
function widthOf(line: HTMLElement, ruler: HTMLElement): number {
  const range = document.createRange();
  range.selectNodeContents(line);
  const rects = [...range.getClientRects()];
  const scale = ruler.getBoundingClientRect().width / ruler.clientWidth;
  const [left, right] = [
    Math.min(...rects.map((rect) => rect.left)),
    Math.max(...rects.map((rect) => rect.right)),
  ];
  return rects.length === 0 ? ruler.clientWidth : Math.ceil((right - left) / scale) + 1;
}
