import { randomUUID } from 'node:crypto';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import * as z from 'zod';
import { type Followed, followPatch, followView, nothingFollowed } from '../../client/connection/follow.ts';
import type { Role } from '../../shared/people/role.ts';
import type { Scope } from '../../shared/people/scope.ts';
import type { QuestionView, View } from '../../shared/views/view.ts';
import {
  type PatchMessage,
  patchMessageSchema,
  type ViewMessage,
  viewMessageSchema,
} from '../../shared/wire/down.ts';
import { refusalSchema, type SpokenRefusal } from '../../shared/wire/refusals.ts';
import { until } from './waiting.ts';

/** What a server said on a socket, by name, in order. */
export type Heard =
  | { event: 'view'; body: ViewMessage }
  | { event: 'patch'; body: PatchMessage }
  | { event: string; body: unknown };

/** What came of a command, as it stands on the wire. */
const outcomeSchema = z.union([
  z.object({
    ok: z.literal(true),
    seq: z.number(),
    mark: z.string().optional(),
    question: z.string().optional(),
    status: z.string().optional(),
  }),
  refusalSchema,
]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** How somebody connects. */
export interface Seat {
  origin: string;
  event: string;
  role: Role;
  participant: string;
  token: string;
  /** What the badge says of its holder, where a test asks for it. */
  name?: string | null;
  attendance?: 'inRoom' | 'remote';
  scope?: Scope;
}

/** Somebody at a real socket, whose view is kept up by the contract's rules. */
export class Member {
  readonly seat: Seat;
  readonly heard: Heard[] = [];
  /** Everything that came down, byte for byte as far as a client sees it. */
  bytes = '';
  refusal: SpokenRefusal | null = null;
  /** The seq of the first message of the first connection. */
  startedAt = 0;
  /** How often a patch did not follow what was known. */
  gaps = 0;
  #followed: Followed = nothingFollowed;
  #isFirst = true;
  #socket: Socket;

  constructor(seat: Seat, auth: object = {}, options: Partial<ManagerOptions & SocketOptions> = {}) {
    this.seat = seat;
    this.#socket = this.#open(auth, options);
  }

  get socket(): Socket {
    return this.#socket;
  }

  get seq(): number {
    return this.#followed.seq;
  }

  get mark(): string | undefined {
    return this.#followed.mark;
  }

  get epoch(): string | null {
    return this.#followed.epoch;
  }

  get view(): View {
    if (!this.#followed.view) throw new Error('No view has come yet');
    return this.#followed.view;
  }

  /** The question with this id in the view; undefined where it is not in it. */
  question(id: string): QuestionView | undefined {
    return this.view.questions?.[id];
  }

  /** Waits until something is so. */
  until<T>(look: () => T | Promise<T>, what?: string): Promise<T> {
    return until(look, () => `${this.seat.role}: ${what ?? look.toString()}, at seq ${this.seq}`);
  }

  /** Waits for the first message or the refusal of this connection. */
  async arrived(): Promise<this> {
    await this.until(() => this.heard.length > 0 || this.refusal !== null, 'a first message');
    return this;
  }

  /** Sends a command, under a new id unless it has one. */
  async send(command: { type: string; [field: string]: unknown }): Promise<Outcome> {
    const body = { id: randomUUID(), ...command };
    return outcomeSchema.parse(await this.say('command', body));
  }

  /** Sends anything under any name and gives the acknowledgement. */
  say(name: string, body: unknown): Promise<unknown> {
    return this.#socket.timeout(8_000).emitWithAck(name, body);
  }

  /** Asks a question that must be taken; gives its id. */
  async ask(text: string, fields: object = {}): Promise<string> {
    const outcome = await this.send({ type: 'question.ask', session: 'talk-1', text, ...fields });
    if (!outcome.ok || outcome.question === undefined) throw new Error(JSON.stringify(outcome));
    return outcome.question;
  }

  /** Sends a command that must be taken; gives its seq. */
  async must(command: { type: string; [field: string]: unknown }): Promise<number> {
    const outcome = await this.send(command);
    if (!outcome.ok) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
    return outcome.seq;
  }

  /** The messages of one name, in order. */
  messages(event: 'patch'): PatchMessage[];
  messages(event: string): unknown[];
  messages(event: string): unknown[] {
    return this.heard.filter((each) => each.event === event).map(({ body }) => body);
  }

  /** Drops the connection without a word and forgets nothing of what was followed. */
  drop(): void {
    this.#socket.disconnect();
  }

  /** Connects again from where it left off, or from what `auth` says. */
  async back(
    auth: object = { since: this.seq, epoch: this.epoch, mark: this.mark },
    options: Partial<ManagerOptions & SocketOptions> = {},
  ): Promise<this> {
    this.drop();
    this.heard.length = 0;
    this.refusal = null;
    this.#socket = this.#open(auth, options);
    return this.arrived();
  }

  #open(auth: object, options: Partial<ManagerOptions & SocketOptions>): Socket {
    const { origin, event, token } = this.seat;
    this.#isFirst = true;
    const socket = io(origin, {
      forceNew: true,
      reconnection: false,
      transports: ['websocket'],
      auth: { event, token, ...auth },
      rejectUnauthorized: false,
      ...options,
    });
    socket.on('connect_error', (error: Error & { data?: unknown }) => {
      this.refusal = refusalSchema.safeParse(error.data).data ?? {
        ok: false,
        reason: 'unavailable',
        message: `No refusal, but: ${error.message} ${JSON.stringify(error)}`,
      };
    });
    socket.onAny((event: string, body: unknown) => {
      if (socket !== this.#socket) return;
      this.bytes += JSON.stringify(body);
      this.heard.push({ event, body });
      this.#follow(event, body);
    });
    return socket;
  }

  #follow(event: string, body: unknown): void {
    if (event === 'stale')
      this.#socket.emit('resume', { since: this.seq, epoch: this.epoch, mark: this.mark });
    if (event !== 'view' && event !== 'patch') return;
    const step =
      event === 'view'
        ? followView(this.#followed, viewMessageSchema.parse(body), this.#isFirst)
        : followPatch(this.#followed, patchMessageSchema.parse(body));
    this.#isFirst = false;
    if (step.kind === 'moved') this.#followed = step.to;
    if (this.startedAt === 0) this.startedAt = this.seq;
    if (step.kind !== 'gap') return;
    this.gaps += 1;
    this.#socket.emit('resume', { since: this.seq, epoch: this.epoch, mark: this.mark });
  }
}
