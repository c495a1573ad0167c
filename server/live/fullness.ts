import type { LiveEvent } from './live-event.ts';

/** From how many percent on the desk is told. */
const toldFrom = 80;

/** Watches how full an event is, so that the desk and the operators are told before it takes no more texts. */
export class Fullness {
  /** In whole percent, up to 100, from 80 on; null below. */
  percent: number | null;

  /** `changed` is told when `percent` is another now; `alarm` where it was below 80 % before, and at 100. */
  constructor(
    live: Pick<LiveEvent, 'slug' | 'filled' | 'onApplied'>,
    alarm: (message: string) => void,
    changed: () => void,
  ) {
    this.percent = percentOf(live.filled);
    live.onApplied(() => {
      const before = this.percent;
      this.percent = percentOf(live.filled);
      if (this.percent === before) return;
      if (this.percent === 100)
        alarm(`${live.slug} is full (MAX_EVENT_BYTES): no more texts of the audience are taken`);
      else if (before === null) alarm(`${live.slug} is ${this.percent} % full (MAX_EVENT_BYTES)`);
      changed();
    });
  }
}

function percentOf(filled: number): number | null {
  const percent = Math.min(100, Math.floor(100 * filled));
  return percent >= toldFrom ? percent : null;
}
