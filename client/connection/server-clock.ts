/** How long a measurement of the server's clock is trusted before a worse one may replace it; milliseconds. */
const trust = 10 * 60_000;

/**
 * The server's time by this browser's clock. Of several exchanges the one with the shortest round trip is the
 * best; it survives reconnects. All values are milliseconds.
 */
export class ServerClock {
  private best: { trip: number; offset: number; at: number } | null = null;

  /** What to add to this browser's clock to get the server's. */
  get offset(): number {
    return this.best?.offset ?? 0;
  }

  /** Takes one exchange: sent and received by this browser's clock, answered by the server's. */
  exchange(sentAt: number, serverTime: number, receivedAt: number): void {
    const trip = receivedAt - sentAt;
    if (trip < 0 || !Number.isFinite(serverTime)) return;
    if (this.best && trip > this.best.trip && receivedAt - this.best.at < trust) return;
    this.best = { trip, offset: serverTime - (sentAt + trip / 2), at: receivedAt };
  }

  /** Takes the time on a message whose way is unknown: better than nothing, worse than any exchange. */
  heard(serverTime: string, receivedAt: number): void {
    const time = Date.parse(serverTime);
    if (this.best || Number.isNaN(time)) return;
    this.best = { trip: 60_000, offset: time - receivedAt, at: receivedAt };
  }
}
