/** How long a measurement of the server's clock is trusted before a worse one may replace it; milliseconds. */
const trust = 10 * 60_000;

/** How far two measurements may lie apart beyond what their round trips explain; milliseconds. */
const noise = 50;

/** How late a message may come before it means that this browser's clock was set; milliseconds. */
const slowest = 5_000;

/** One exchange with the server: how long it took, what it says is to be added, and when; milliseconds. */
interface Measurement {
  trip: number;
  offset: number;
  at: number;
}

/**
 * The server's time by this browser's clock, however wrong that is. Of several exchanges the one with the shortest
 * round trip is the best; it survives reconnects. One that cannot be true beside a later one means that this browser's
 * clock was set meanwhile, and counts no more. All values are milliseconds.
 */
export class ServerClock {
  private best: Measurement | null = null;
  private readonly followers = new Set<() => void>();

  /** What to add to this browser's clock to get the server's. */
  get offset(): number {
    return this.best?.offset ?? 0;
  }

  /** Takes one exchange: sent and received by this browser's clock, answered by the server's. */
  exchange(sentAt: number, serverTime: number, receivedAt: number): void {
    const trip = receivedAt - sentAt;
    if (trip < 0 || !Number.isFinite(serverTime)) return;
    const taken = { trip, offset: serverTime - (sentAt + trip / 2), at: receivedAt };
    const { best } = this;
    const kept =
      best !== null &&
      trip > best.trip &&
      receivedAt - best.at < trust &&
      receivedAt >= best.at &&
      agree(best, taken);
    if (!kept) this.best = taken;
    this.tell();
  }

  /**
   * Takes the time on a message whose way is unknown: better than nothing, worse than any exchange. True where it
   * contradicts what was measured, so that the server is best asked again.
   */
  heard(serverTime: string, receivedAt: number): boolean {
    const time = Date.parse(serverTime);
    if (Number.isNaN(time)) return false;
    const late = receivedAt + this.offset - time;
    if (this.best && late > -(noise + this.best.trip / 2) && late < slowest) return false;
    const contradicted = this.best !== null;
    this.best = { trip: 60_000, offset: time - receivedAt, at: receivedAt };
    this.tell();
    return contradicted;
  }

  /** Calls back after each measurement, so that a clock on screen looks again; gives back how to stop. */
  follow(look: () => void): () => void {
    this.followers.add(look);
    return () => this.followers.delete(look);
  }

  private tell(): void {
    for (const look of this.followers) look();
  }
}

/** Whether both can be true: the server's answer was made at some moment of either round trip. */
function agree(one: Measurement, other: Measurement): boolean {
  return Math.abs(one.offset - other.offset) <= (one.trip + other.trip) / 2 + noise;
}
