import type { Dice } from '../../world/dice.ts';

/** A frame as it is thrown: its text or bytes, in how many pieces, and whether a server ends the connection at it. */
export interface Frame {
  data: string | Buffer;
  pieces: number;
  ends: boolean;
}

/** A recorded frame of an event: what stands before its JSON (packet types, acknowledgement), and the JSON. */
interface Event {
  head: string;
  body: unknown;
}

/** Values that nobody expects where they are put. */
const odd: readonly unknown[] = [
  ...[null, true, false, 0, -1, 0.1, 1e308, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, '', ' ', [], {}, [[]]],
  ...[
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '\u202e',
    'NaN',
    '1e999',
    'x'.repeat(9_000),
    '🙂'.repeat(700),
  ],
  ...[{ _placeholder: true, num: 0 }, { _placeholder: true, num: -1 }, { length: 1e9 }, { toString: null }],
  ...[{ length: { toString: null } }, { size: { valueOf: null, toString: null } }],
  ...[JSON.parse('{"__proto__":{"admin":true}}'), JSON.parse('{"constructor":{"prototype":{"admin":true}}}')],
];

/** Names that mean something to the library below. */
const names = [
  'disconnect',
  'connect',
  'connect_error',
  'error',
  'newListener',
  'removeListener',
  '',
  'toString',
];

/** Ways to spoil a frame that leave the connection as it is. */
const calm: readonly ((event: Event, dice: Dice) => string)[] = [
  ({ head, body }, dice) => head + JSON.stringify(changed(body, dice)),
  ({ head, body }, dice) => head + JSON.stringify(changed(changed(body, dice), dice)),
  ({ head, body }, dice) => head + JSON.stringify(renamed(body, dice)),
  ({ head, body }, dice) => head + JSON.stringify(listOf(body).slice(0, 1 + dice.below(2))),
  ({ head, body }, dice) => head + JSON.stringify([...listOf(body), dice.pick(odd), dice.pick(odd)]),
  ({ head, body }, dice) => head + JSON.stringify([dice.pick(names.slice(6)), ...listOf(body).slice(1)]),
  ({ body }, dice) => `42${dice.below(1e9)}${JSON.stringify(changed(body, dice))}`,
  ({ body }, dice) => `43${dice.below(1e6)}${JSON.stringify(listOf(body))}`,
  ({ head }, dice) => head + nested(5 + dice.below(3_000)),
];

/** Ways to spoil a frame at which a server rightly hangs up. */
const ending: readonly ((event: Event, dice: Dice) => string | Buffer)[] = [
  ({ head, body }, dice) => {
    const whole = head + JSON.stringify(body);
    return whole.slice(0, 1 + dice.below(whole.length - 1));
  },
  ({ head, body }, dice) => flipped(head + JSON.stringify(body), dice),
  ({ body }, dice) => `${dice.below(10)}${dice.below(10)}${JSON.stringify(body)}`,
  ({ body }, dice) => `45${dice.pick(['1', '11', '999999999', '-1', ''])}-${JSON.stringify(body)}`,
  ({ body }) => `451-${JSON.stringify([...listOf(body).slice(0, 1), { _placeholder: true, num: 0 }])}`,
  ({ body }, dice) => `42${'9'.repeat(1 + dice.below(400))}${JSON.stringify(body)}`,
  ({ body }, dice) => `42${JSON.stringify([dice.pick(names), ...listOf(body).slice(1)])}`,
  ({ head, body }, dice) => `${head}${JSON.stringify(body)}${'x'.repeat(17_000 + dice.below(80_000))}`,
  ({ body }, dice) => `42/${dice.pick(['admin', 'a/b', '__proto__'])},${JSON.stringify(body)}`,
  (_, dice) => Buffer.from(Array.from({ length: 1 + dice.below(200) }, () => dice.below(256))),
  (_, dice) => `4${dice.pick(['0', '1', '4', '6', '9'])}${dice.pick(['', '{', '{}', '[]', '/x,', 'null'])}`,
  (_, dice) => dice.pick(['', '1', '2probe', '3probe', '5', '6', '0{}', '7', '\u0000', '4']),
];

/** Spoils recorded frames: the same dice, the same frames. Only those of events are taken; without any it throws. */
export class Spoiler {
  readonly #events: readonly Event[];
  readonly #dice: Dice;

  constructor(recorded: readonly string[], dice: Dice) {
    this.#events = recorded.flatMap((text) => {
      const [, head, json] = /^(42\d*)(\[.*\])$/s.exec(text) ?? [];
      return head === undefined || json === undefined ? [] : [{ head, body: JSON.parse(json) }];
    });
    if (this.#events.length === 0) throw new Error('No frame of an event was recorded');
    this.#dice = dice;
  }

  /** The next frame that leaves the connection open. */
  calm(): Frame {
    const data = this.#dice.pick(calm)?.(this.#event(), this.#dice) ?? '';
    const pieces = this.#dice.chance(0.02) ? 2 + this.#dice.below(12) : 1;
    return { data, pieces, ends: false };
  }

  /** The next frame at which the connection may end. */
  ending(): Frame {
    const data = this.#dice.pick(ending)?.(this.#event(), this.#dice) ?? '';
    return { data, pieces: this.#dice.chance(0.2) ? 2 + this.#dice.below(60) : 1, ends: true };
  }

  /** A recorded frame as it was. */
  whole(): Frame {
    const { head, body } = this.#event();
    return { data: head + JSON.stringify(body), pieces: 1, ends: false };
  }

  #event(): Event {
    return this.#dice.pick(this.#events) ?? { head: '42', body: [] };
  }
}

function listOf(body: unknown): unknown[] {
  return Array.isArray(body) ? body : [];
}

/** A value with one thing somewhere in it replaced by something odd. */
function changed(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value)) {
    // The name of an event stays: another name is heard by nobody.
    const at =
      value.length > 1 && typeof value[0] === 'string'
        ? 1 + dice.below(value.length - 1)
        : dice.below(value.length);
    return value.map((each, index) => (index === at ? changed(each, dice) : each));
  }
  if (typeof value !== 'object' || value === null || dice.chance(0.1)) return dice.pick(odd);
  const fields: [string, unknown][] = Object.entries(value);
  const at = dice.below(fields.length);
  return Object.fromEntries(
    fields.map(([key, each], index) => [key, index === at ? changed(each, dice) : each]),
  );
}

/** A value with the fields of its objects called otherwise, left out, or more of them. */
function renamed(value: unknown, dice: Dice): unknown {
  if (Array.isArray(value)) return value.map((each) => renamed(each, dice));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => dice.chance(0.7));
  return Object.fromEntries([...kept, [`field${dice.below(99)}`, dice.pick(odd)]]);
}

/** JSON that is so many lists deep. */
function nested(depth: number): string {
  return `["command",${'['.repeat(depth)}${']'.repeat(depth)}]`;
}

/** A text with some of its bytes changed: no UTF-8 any more, mostly. */
function flipped(text: string, dice: Dice): Buffer {
  const bytes = Buffer.from(text);
  for (let times = 1 + dice.below(4); times > 0; times -= 1) {
    const at = dice.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
  }
  return bytes;
}
