import type { PosterPlan } from './programme.ts';

/** A poster as the event holds it. */
export interface PosterRow extends PosterPlan {
  readonly id: string;
  removed: boolean;
}

declare module '../state/state.ts' {
  interface Tables {
    posters: PosterRow;
  }
}
