import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Every open connection of a server, also those that became WebSockets or have not asked anything yet. */
export class Connections {
  readonly #open = new Set<Socket>();

  constructor(http: Server) {
    http.on('connection', (socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
  }

  /** Cuts off everybody who is still there after so many milliseconds: a phone that is gone never says goodbye. */
  cutAfter(timeoutMs: number): void {
    setTimeout(() => {
      for (const socket of this.#open) socket.destroy();
    }, timeoutMs).unref();
  }
}
