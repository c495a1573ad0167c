import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { handshakeSchema } from '../../shared/wire/up.ts';
import type { Badge } from '../access/badges.ts';
import type { Gate } from '../access/gate.ts';
import type { Events } from '../live/events.ts';
import type { LeftOff } from '../live/left-off.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { understand } from './parse.ts';

/** A connection that was let in: whose it is, in which event, and what it said about where it left off. */
export interface Admitted {
  running: RunningEvent;
  badge: Badge;
  leftOff: LeftOff;
  /** Which display it is, where a screen said so. */
  display: string | undefined;
}

/**
 * Lets a connection in by the badge it shows, or says why not.
 * Refuses: `event-unknown`, `message-too-large`, `malformed`, and what `Gate.badge` refuses.
 */
export async function admit(
  socket: Pick<Socket, 'handshake'> & { request: IncomingMessage },
  events: Events,
  gate: Gate,
): Promise<Admitted | Refusal> {
  const understood = understand(handshakeSchema, socket.handshake.auth);
  if (!understood.ok) return understood;
  const { event, token, as, since, epoch, mark, display, room, session } = understood.value;
  const running = events.get(event);
  if (!running) return refuse('unknown', 'event-unknown');
  const { headers } = socket.request;
  const upgrade = headers.upgrade?.toLowerCase() === 'websocket';
  const cookie = upgrade && headers.origin === undefined ? undefined : headers.cookie;
  const badge = await gate.badge(running.live, { token, cookie, as, room, session });
  return 'ok' in badge ? badge : { running, badge, leftOff: { since, epoch, mark }, display };
}
