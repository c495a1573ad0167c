import { WebSocket } from 'ws';

/** What a load client hears: the name and body of an event, and when it was read (ms of `performance`). */
export type Heard = (name: string, body: unknown, at: number) => void;

/** The begin of a patch's frame: a crowd counts patches by it, and reads none. */
const patchFrame = Buffer.from('42["patch"');

/**
 * A Socket.IO client with next to nothing in it, so that a thousand of them fit beside the server on two cores:
 * WebSocket only, text packets only, acknowledgements by number.
 */
export class QuickSocket {
  /** Patches that arrived, where they are only counted. */
  patches = 0;
  /** Told of each patch, where they are only counted. */
  onPatch: (() => void) | null = null;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (answer: unknown) => void>();
  #next = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** Connects to a server of this machine; rejects where it is refused. */
  static async connect(origin: string, auth: object, heard: Heard | 'count patches'): Promise<QuickSocket> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    const quick = new QuickSocket(socket);
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data) => {
        if (
          heard === 'count patches' &&
          Buffer.isBuffer(data) &&
          data.subarray(0, patchFrame.length).equals(patchFrame)
        ) {
          quick.patches += 1;
          quick.onPatch?.();
          return;
        }
        const text = String(data);
        if (text.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
        else if (text === '2') socket.send('3');
        else if (text.startsWith('40')) resolve(quick);
        else if (text.startsWith('44')) reject(new Error(text.slice(2)));
        else if (text.startsWith('42') && heard !== 'count patches') quick.#hear(text.slice(2), heard);
        else if (text.startsWith('43')) quick.#answer(text.slice(2));
      });
    });
  }

  /** Sends an event and resolves with its acknowledgement. */
  ask(name: string, body: object): Promise<unknown> {
    const number = this.#next;
    this.#next += 1;
    this.#socket.send(`42${number}${JSON.stringify([name, body])}`);
    return new Promise((resolve) => this.#waiting.set(number, resolve));
  }

  close(): void {
    this.#socket.close();
  }

  #hear(text: string, heard: Heard): void {
    const at = performance.now();
    const [name, body]: unknown[] = JSON.parse(text);
    if (typeof name === 'string') heard(name, body, at);
  }

  #answer(text: string): void {
    const start = text.indexOf('[');
    const [answer]: unknown[] = JSON.parse(text.slice(start));
    const number = Number(text.slice(0, start));
    this.#waiting.get(number)?.(answer);
    this.#waiting.delete(number);
  }
}
