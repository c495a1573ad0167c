import type { Command } from '../../shared/log/command.ts';
import type { WireOutcome } from '../../shared/wire/down.ts';
import type { Joined } from '../../shared/wire/http.ts';
import type { At, Drawn } from '../../shared/wire/up.ts';
import type { ServerClock } from './server-clock.ts';
import type { ViewStore } from './view-store.ts';

type Unsent<C> = C extends Command ? Omit<C, 'id' | 'seen'> & { id?: string } : never;

/** A command as a screen states it; id and `seen` are added on the way. Name the id to show it before the outcome. */
export type UnsentCommand = Unsent<Command>;

/** What a page needs of its connection to one event: what came of it so far, and what may be said to the server. */
export interface Connection {
  /** What was followed, and how fresh it is. */
  readonly store: ViewStore;
  /** The server's time. */
  readonly clock: Pick<ServerClock, 'offset' | 'follow'>;
  /** The badge that this page was given itself: for requests of browsers that keep no cookies. */
  readonly badge: string | undefined;
  /** Connects, and stays connected until closed. */
  open(): void;
  /** Disconnects; `open` may follow. */
  close(): void;
  /** Connects anew with a badge that was just made. */
  admit(joined: Joined): void;
  /** Connects anew at once, with whatever badge there is now. */
  reconnect(): void;
  /** Sends a command until it has an outcome; `within` milliseconds limit how long that may take. */
  send(command: UnsentCommand, within?: number): Promise<WireOutcome>;
  /** Says what a display really drew; nobody waits for it. */
  drawn(body: Drawn): void;
  /** Says to colleagues at which room and row this desk is; nobody waits for it. */
  at(body: At): void;
  /** Asks a display to say for some seconds which one it is, or all of them; nobody waits for it. */
  identify(display?: string): void;
  /** Calls back when a desk asks which screen this is, with for how long to say so (milliseconds); gives back how to stop. */
  onIdentify(hear: (forMs: number) => void): () => void;
}
