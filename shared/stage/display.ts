import type { Background, Layout, StageTheme } from './show.ts';

/** A display that was claimed at a desk. What is null is as the display's own link says. */
export interface DisplayRow {
  readonly id: string;
  name: string | null;
  room: string | null;
  layout: Layout | null;
  background: Background | null;
  theme: StageTheme | null;
  /** Forgotten again. */
  removed: boolean;
}

/** Most displays of an event, so that nobody fills the log's state with them. */
export const displayLimit = 200;

declare module '../state/tables.ts' {
  interface Tables {
    displays: DisplayRow;
  }
}
