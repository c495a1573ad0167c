import WebSocket from 'ws';
import { until } from './waiting.ts';
import type { World } from './world.ts';

/** A socket that sends any frame at all: no client library keeps it from anything. */
export class RawSocket {
  /** Frames that came, as text. */
  readonly heard: string[] = [];
  closed = false;
  readonly #socket: WebSocket;

  constructor(world: World, token: string) {
    this.#socket = new WebSocket(
      `${world.origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`,
    );
    this.#socket.on('open', () => this.send(`40${JSON.stringify({ event: world.slug, token })}`));
    this.#socket.on('message', (data: Buffer) => this.heard.push(data.toString()));
    this.#socket.on('close', () => {
      this.closed = true;
    });
    this.#socket.on('error', () => undefined);
  }

  /** Waits for the first message of the connection. */
  async arrived(): Promise<this> {
    await until(() => this.heard.some((frame) => frame.startsWith('42["view"')), 'a view');
    return this;
  }

  send(frame: string | Buffer): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(frame);
  }

  /** Sends an event that asks for an answer under a number. */
  ask(number: number, name: string, body: unknown): void {
    this.send(`42${number}${JSON.stringify([name, body])}`);
  }

  /** What was answered under a number; undefined where nothing was yet. */
  answer(number: number): unknown {
    const start = `43${number}[`;
    const frame = this.heard.find((each) => each.startsWith(start));
    return frame === undefined ? undefined : JSON.parse(frame.slice(start.length - 1))[0];
  }

  drop(): void {
    this.#socket.terminate();
  }
}
