// Throws frames in a process of its own, so that whoever measures has a core: `thrower.ts`, told by a message what to do.
import { request } from 'node:http';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import * as z from 'zod';
import { Dice } from '../../world/dice.ts';
import { type Frame, Spoiler } from './mutate.ts';

const ordersSchema = z.object({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  event: z.string(),
  /** Who throws, and how many frames a second. */
  throwers: z.array(z.object({ token: z.string(), rate: z.number() })),
  recorded: z.array(z.string()),
  seed: z.number(),
  /** Of so many frames one ends its connection. */
  oneEnds: z.number(),
  /** HTTP requests in a second. */
  requests: z.number(),
  /** Whether frames are thrown as they were recorded. */
  whole: z.boolean(),
});
type Orders = z.infer<typeof ordersSchema>;

/** Frames that follow each other before the server is asked whether it still hears. */
const group = 10;

/** What got through: frames that a server that still hears has read, and those at which it hung up. */
const count = { frames: 0, ended: 0, lost: 0, requests: 0, unanswered: [] as string[] };

process.on('message', (message) => {
  if (message === 'count') process.send?.({ ...count });
  else begin(ordersSchema.parse(message));
});

function begin(orders: Orders): void {
  for (const [index, { token, rate }] of orders.throwers.entries()) {
    const spoiler = new Spoiler(orders.recorded, new Dice(orders.seed + index));
    void hold(orders, token, spoiler, (group / rate) * 1_000);
  }
  const dice = new Dice(orders.seed - 1);
  if (orders.requests > 0) void ask(orders, new Spoiler(orders.recorded, dice), dice);
}

/** Throws group after group, connecting again wherever it was cut off. `pace`: milliseconds a group. */
async function hold(
  { origin, event, whole, oneEnds }: Orders,
  token: string,
  spoiler: Spoiler,
  pace: number,
): Promise<void> {
  let line: Line | null = null;
  let owed = 0;
  for (let due = performance.now(); ; due = Math.max(due + pace, performance.now() - 4 * pace)) {
    await pause(due - performance.now());
    line ??= await Line.open(origin, { event, token });
    if (line === null) continue;
    const frames = Array.from({ length: group }, () => (whole ? spoiler.whole() : spoiler.calm()));
    if (await line.throws(frames)) count.frames += group;
    else {
      count.lost += group;
      line = null;
    }
    owed += group;
    if (line === null || whole || owed < oneEnds) continue;
    owed -= oneEnds;
    line.throw(spoiler.ending());
    count.frames += 1;
    if (!(await line.hears(1_000))) {
      count.ended += 1;
      line = null;
    }
  }
}

/** One connection at which frames are thrown. */
class Line {
  readonly #socket: WebSocket;
  #waiting: ((heard: boolean) => void) | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('close', () => this.#answer(false));
    socket.on('message', (data) => {
      const text = String(data);
      if (text === '2') socket.send('3');
      else if (text.startsWith('437777777')) this.#answer(true);
    });
  }

  static open(origin: string, auth: object): Promise<Line | null> {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`);
    return new Promise((resolve) => {
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(null));
      socket.on('message', (data) => {
        const text = String(data);
        if (text.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
        else if (text.startsWith('40')) resolve(new Line(socket));
      });
    });
  }

  throw({ data, pieces }: Frame): void {
    const bytes = Buffer.from(data);
    const size = Math.ceil(bytes.length / pieces);
    const binary = typeof data !== 'string' && bytes.length % 2 === 0;
    if (pieces === 1 || size === 0) this.#socket.send(bytes, { binary });
    else
      for (let from = 0; from < bytes.length; from += size)
        this.#socket.send(bytes.subarray(from, from + size), { binary, fin: from + size >= bytes.length });
  }

  /** Throws frames and asks whether they were read. */
  throws(frames: readonly Frame[]): Promise<boolean> {
    for (const frame of frames) this.throw(frame);
    return this.hears(10_000);
  }

  /** Whether the server still answers on this connection. */
  hears(patience: number): Promise<boolean> {
    if (this.#socket.readyState !== WebSocket.OPEN) return Promise.resolve(false);
    this.#socket.send('427777777["clock",{"clientTime":1}]');
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#socket.terminate();
        this.#answer(false);
      }, patience);
      this.#waiting = (heard) => {
        clearTimeout(late);
        resolve(heard);
      };
    });
  }

  #answer(heard: boolean): void {
    this.#waiting?.(heard);
    this.#waiting = null;
  }
}

/** Asks over HTTP what is not HTTP, or no body that anybody reads. */
async function ask(
  { origin, event, throwers, requests }: Orders,
  spoiler: Spoiler,
  dice: Dice,
): Promise<void> {
  const pace = 1_000 / requests;
  for (let due = performance.now(); ; due += pace) {
    await pause(due - performance.now());
    const unanswered = dice.chance(0.5)
      ? await post(origin, event, dice.pick(throwers)?.token ?? '', Buffer.from(spoiler.ending().data), dice)
      : await raw(Number(new URL(origin).port), event, dice);
    count.requests += 1;
    if (unanswered !== null) count.unanswered.push(unanswered);
  }
}

const paths = [
  'commands',
  'join',
  'redeem',
  'view?part=%00',
  'sessions/..%2f..',
  'export/questions.csv?x[]=1',
  'me',
];

/** How long a server has to answer or to hang up, in milliseconds. */
const patience = 5_000;

/** Sends a body where none is read, or a broken one; what was asked where no answer came, or that of a server that failed. */
function post(
  origin: string,
  event: string,
  token: string,
  body: Buffer,
  dice: Dice,
): Promise<string | null> {
  const type = dice.pick([
    'application/json',
    'text/plain',
    'application/json; charset=utf-7',
    'multipart/form-data',
  ]);
  const path = dice.pick(paths);
  const method = dice.pick(['POST', 'PUT', 'GET', 'DELETE']);
  return new Promise((resolve) => {
    const sent = request(
      `${origin}/api/events/${event}/${path}`,
      {
        method,
        agent: false,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
      },
      (answer) =>
        answer.resume().on('close', () => {
          const { statusCode = 500 } = answer;
          resolve(
            statusCode < 500
              ? null
              : `${method} ${path} with ${type}: ${body.toString('latin1')}: ${statusCode}`,
          );
        }),
    );
    sent.on('error', () => resolve(null));
    sent.setTimeout(patience, () => {
      sent.destroy();
      resolve(`${method} ${path} with ${type}: ${body.toString('latin1')}`);
    });
    sent.end(body);
  });
}

/** Bytes that begin like a request, at which the server answers or hangs up; what was sent where it did neither. */
function raw(port: number, event: string, dice: Dice): Promise<string | null> {
  const lines = [
    `${dice.pick(['GET', 'G\u0000T', 'POST', 'PRI', ''])} /api/events/${event}/view HTTP/${dice.pick(['1.1', '9.9', '', '1.0'])}`,
    ...(dice.chance(0.8) ? ['Host: 127.0.0.1'] : []),
    `Content-Length: ${dice.pick(['-1', '5', '99999999999999', 'x'])}`,
    ...(dice.chance(0.3) ? ['Transfer-Encoding: chunked', 'Content-Length: 3'] : []),
    ...Array.from(
      { length: dice.chance(0.1) ? 2_100 : 2 },
      (_, index) => `X-${index}: ${'y'.repeat(dice.below(40))}`,
    ),
  ];
  const text = `${lines.join('\r\n')}\r\n\r\n${'z'.repeat(dice.below(40))}`;
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.on('data', () => undefined);
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(null));
    socket.setTimeout(patience, () => {
      socket.destroy();
      resolve(text);
    });
  });
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
}
