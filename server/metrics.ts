import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Events } from './live/events.ts';
import type { RunningEvent } from './live/running-event.ts';
import type { Sockets } from './socket/sockets.ts';

/** What a server tells about itself, in Prometheus' terms; one registry a server, so that tests do not share. */
export class Metrics {
  readonly registry = new Registry();
  readonly entries = new Counter({
    name: 'backrow_entries_total',
    help: 'Entries applied',
    labelNames: ['event', 'type'],
    registers: [this.registry],
  });
  readonly loopDelay = new Histogram({
    name: 'backrow_loop_delay_seconds',
    help: 'How late a timer ran',
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.registry],
  });
  #timer: NodeJS.Timeout | null = null;

  /** Starts counting what happens in the events and on the sockets. */
  start(events: Events, sockets: Sockets): void {
    collectDefaultMetrics({ register: this.registry });
    const { registry } = this;
    new Gauge({
      name: 'backrow_connections',
      help: 'Open connections',
      registers: [registry],
      collect() {
        this.set(sockets.io.engine.clientsCount);
      },
    });
    new Gauge({
      name: 'backrow_seq',
      help: 'Entries in the log',
      labelNames: ['event'],
      registers: [registry],
      collect() {
        for (const { running } of events.list())
          this.set({ event: running.live.slug }, running.live.state.seq);
      },
    });
    for (const { running } of events.list()) this.watch(running);
    let last = performance.now();
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.loopDelay.observe(Math.max(0, now - last - 100) / 1000);
      last = now;
    }, 100);
    this.#timer.unref();
  }

  /** Counts what happens in an event. */
  watch({ live }: RunningEvent): void {
    live.onApplied((entry) => this.entries.inc({ event: live.slug, type: entry.type }));
  }

  /** Counts nothing more. */
  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.registry.clear();
  }
}
