import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';

/** Stands between clients and a server of this machine, passes everything on, and keeps what clients said. */
export class Relay {
  /** Every message of a client, in order. */
  readonly said: string[] = [];
  readonly #server: WebSocketServer;
  readonly #origin: string;

  private constructor(origin: string) {
    this.#origin = origin;
    this.#server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    this.#server.on('connection', (client, { url = '' }) => this.#join(client, url));
  }

  /** Opens a relay before a server, until the test is over. */
  static async before(origin: string): Promise<Relay> {
    const relay = new Relay(origin);
    onTestFinished(() => relay.#server.close());
    await once(relay.#server, 'listening');
    return relay;
  }

  /** Where clients connect. */
  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The relay is closed');
    return `http://127.0.0.1:${address.port}`;
  }

  #join(client: WebSocket, url: string): void {
    const server = new WebSocket(`${this.#origin.replace('http', 'ws')}${url}`);
    const early: string[] = [];
    client.on('message', (data) => {
      const text = String(data);
      this.said.push(text);
      if (server.readyState === WebSocket.OPEN) server.send(text);
      else early.push(text);
    });
    server.on('open', () => {
      for (const text of early) server.send(text);
    });
    server.on('message', (data) => client.send(String(data)));
    server.on('error', () => client.terminate());
    server.on('close', () => client.close());
    client.on('close', () => server.close());
  }
}
