import type { Show } from './show.ts';

/** What one room's projector shows. On screen is this pointer, never a flag on a question. */
export interface StageRow {
  /** The room's id. */
  readonly id: string;
  show: Show;
  /** Black lies over the show; what is below stays. */
  black: boolean;
  /** When the show was last changed. */
  since: number;
  /** When the rooms began to see it, where that is later: black was taken off it. */
  seenFrom?: number | undefined;
}

declare module '../state/tables.ts' {
  interface Tables {
    stages: StageRow;
  }
}
