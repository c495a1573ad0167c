import type { ComponentType } from 'react';
import { isOutdated, loadAnew } from './load-anew.ts';

/** How it stands with the code of a part that comes late. */
export type SessionFacts<P> =
  | { of: 'coming' }
  | { of: 'here'; part: ComponentType<P> }
  /** It did not come and is tried again; `anew`: only with the whole page can it come. */
  | { of: 'lost'; anew: boolean };

/** How long to wait before each further try, in milliseconds; the last one for all that follow. */
const waits = [1_000, 2_000, 4_000, 8_000, 15_000];

/** After so many tries that failed beside a server that answers, the browser itself remembers the failure. */
const hopeless = 4;

/**
 * The code of one part of a page, which comes when it is asked for, and is tried again by itself until it does: after a
 * while, and at once when the network is back.
 */
export class LateCode<P> {
  private standing: SessionFacts<P> = { of: 'coming' };
  private asking: Promise<void> | null = null;
  private tries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly load: () => Promise<ComponentType<P>>;
  private readonly byItself: boolean;
  private readonly followers = new Set<() => void>();

  /** `byItself`: nothing is typed while this part is missing, so the page may be loaded anew without a question. */
  constructor(load: () => Promise<ComponentType<P>>, byItself = false) {
    this.load = load;
    this.byItself = byItself;
  }

  /** How it stands now; another object whenever that changes. */
  readonly now = (): SessionFacts<P> => this.standing;

  /** Calls back at every change; gives back how to stop. */
  readonly follow = (hear: () => void): (() => void) => {
    this.followers.add(hear);
    return () => this.followers.delete(hear);
  };

  /** Asks for the code where it is not here, at once; never twice at the same time. */
  readonly fetch = (): Promise<void> => {
    if (this.standing.of === 'here') return Promise.resolve();
    this.asking ??= this.attempt().finally(() => {
      this.asking = null;
    });
    return this.asking;
  };

  private readonly retry = (): void => {
    void this.fetch();
  };

  private async attempt(): Promise<void> {
    clearTimeout(this.timer);
    removeEventListener('online', this.retry);
    try {
      this.stand({ of: 'here', part: await this.load() });
    } catch {
      const wait = waits[Math.min(this.tries, waits.length - 1)];
      this.tries += 1;
      const outdated = await isOutdated();
      const anew = outdated === true || (outdated === false && this.tries >= hopeless);
      this.stand({ of: 'lost', anew });
      if (anew && this.byItself) loadAnew();
      this.timer = setTimeout(this.retry, wait);
      addEventListener('online', this.retry);
    }
  }

  private stand(standing: SessionFacts<P>): void {
    this.standing = standing;
    for (const hear of this.followers) hear();
  }
}
