import { useMedia } from '../../look/use-media.ts';

/**
 * How a chair's view lies in its window: two pages, a swipe from each other, in a hand; two panes beside each other from 700
 * pixels on; all of it on one page that scrolls where the window is low, as a laptop's is at 400 % zoom.
 */
export type ChairLayout = 'pages' | 'panes' | 'scroll';

/** The layout of this window; the style sheet has the same sizes. */
export function useChairLayout(): ChairLayout {
  const low = useMedia('(max-height: 26rem)');
  const wide = useMedia('(min-width: 43.75rem)');
  return low ? 'scroll' : wide ? 'panes' : 'pages';
}
