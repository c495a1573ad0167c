import { WebSocket } from 'ws';
import * as z from 'zod';

const eventSchema = z.tuple([z.string()]).rest(z.unknown());

/** Whom one connection tells what comes down it. */
export interface Ear {
  /** Let in: events may be sent from now on. */
  opened(): void;
  /** An event with its body. */
  heard(name: string, body: unknown): void;
  /** What came of the event that was sent under a number. */
  answered(number: number, body: unknown): void;
  /** Over, for whatever reason; told once. */
  closed(): void;
}

/** One Socket.IO connection over a bare WebSocket of this machine: nothing is retried, kept or put in order. */
export class Wire {
  readonly #socket: WebSocket;
  readonly #ear: Ear;

  constructor(origin: string, auth: object, ear: Ear) {
    this.#ear = ear;
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => ear.closed());
    this.#socket.on('message', (data) => this.#message(String(data), auth));
  }

  /** Sends an event under a number of the caller's. */
  send(number: number, name: string, body: object): void {
    this.#socket.send(`42${number}${JSON.stringify([name, body])}`);
  }

  close(): void {
    this.#socket.terminate();
  }

  #message(text: string, auth: object): void {
    if (text.startsWith('0')) this.#socket.send(`40${JSON.stringify(auth)}`);
    else if (text === '2') this.#socket.send('3');
    else if (text.startsWith('40')) this.#ear.opened();
    else if (text.startsWith('44')) this.#socket.terminate();
    else if (text.startsWith('42')) {
      const [name, body] = eventSchema.parse(JSON.parse(text.slice(2)));
      this.#ear.heard(name, body);
    } else if (text.startsWith('43')) {
      const start = text.indexOf('[');
      const [body] = z.array(z.unknown()).parse(JSON.parse(text.slice(start)));
      this.#ear.answered(Number(text.slice(2, start)), body);
    }
  }
}
