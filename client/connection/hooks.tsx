import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { View } from '../../shared/views/view.ts';
import type { PresenceMessage, WireOutcome } from '../../shared/wire/down.ts';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import type { Connection, UnsentCommand } from './connection.ts';
import type { ConnectionState } from './freshness.ts';
import { ownFollowed } from './view-store.ts';

const Provided = createContext<Connection | null>(null);

/**
 * Gives everything below it one connection, which is open as long as this stands. It is made once: give a `key` where it
 * would be another.
 */
export function EventProvider({ connect, children }: { connect: () => Connection; children: ReactNode }) {
  const [connection] = useState(connect);
  useEffect(() => {
    connection.open();
    return () => connection.close();
  }, [connection]);
  return <Provided value={connection}>{children}</Provided>;
}

/** The connection itself; screens mostly need one of the hooks below. */
export function useEventConnection(): Connection {
  const connection = useContext(Provided);
  if (!connection) throw new Error('This part must stand inside an EventProvider');
  return connection;
}

/**
 * A piece of the view, undefined before the first message. Renders again only where the piece is another object:
 * select what the view holds (`view => view.sessions`), and derive lists from it with useMemo.
 */
export function useView<T>(select: (view: View) => T): T | undefined {
  return useStore(useEventConnection().store, ({ view }) => (view === undefined ? undefined : select(view)));
}

/**
 * How the connection is: its state, why it was refused, and the own seq. `lastFrameAt` (epoch ms by this browser's
 * clock) says since when nothing was heard; it is null while live, where it would change with every frame.
 */
export function useConnection(): {
  state: ConnectionState;
  refusal: SpokenRefusal | null;
  lastFrameAt: number | null;
  seq: number;
} {
  const { store } = useEventConnection();
  return {
    state: useStore(store, ({ state }) => state),
    refusal: useStore(store, ({ refusal }) => refusal),
    lastFrameAt: useStore(store, ({ lastFrameAt, state }) => (state === 'live' ? null : lastFrameAt)),
    seq: useStore(store, ({ seq }) => seq),
  };
}

/** The state alone: renders only where it changes. */
export function useConnectionState(): ConnectionState {
  return useStore(useEventConnection().store, ({ state }) => state);
}

/** How many people are here now, for staff and screens; null before the first word of it. */
export function usePresence(): PresenceMessage | null {
  return useStore(useEventConnection().store, ({ presence }) => presence);
}

/** Sends a command until it has an outcome; `within` milliseconds limit how long it may try. */
export function useSend(): (command: UnsentCommand, within?: number) => Promise<WireOutcome> {
  const connection = useEventConnection();
  return useCallback((command, within) => connection.send(command, within), [connection]);
}

/** Waits until the view speaks of what I did as the entry of a seq: what was shown of it before can go then. */
export function useOwnFollowed(): (seq: number) => Promise<void> {
  const { store } = useEventConnection();
  return useCallback((seq) => ownFollowed(store, seq), [store]);
}

/**
 * The server's time in epoch milliseconds, looked at again at every whole multiple of so many milliseconds of that
 * time, so that clocks and countdowns of all screens turn over together, and whenever the server's clock was asked: a
 * laptop that slept does not show the minute in which it fell asleep.
 */
export function useServerNow(everyMs: number): number {
  const { clock } = useEventConnection();
  const [now, setNow] = useState(() => Date.now() + clock.offset);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const at = Date.now() + clock.offset;
      setNow(at);
      timer = setTimeout(look, everyMs - (((at % everyMs) + everyMs) % everyMs) + 1);
    };
    look();
    const stop = clock.follow(look);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [clock, everyMs]);
  return now;
}
