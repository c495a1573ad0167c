import type { IncomingMessage } from 'node:http';
import type { Socket } from 'socket.io';
import type { Refusal } from '../../shared/wire/refusals.ts';
import { handshakeSchema } from '../../shared/wire/up.ts';
import type { Badge } from '../access/badges.ts';
import type { Gate } from '../access/gate.ts';
import type { Limits } from '../access/limits.ts';
import { addressOf, type Trust } from '../access/origin.ts';
import { seatOf } from '../access/seats.ts';
import { isScreen } from '../live/audiences.ts';
import type { Events } from '../live/events.ts';
import type { LeftOff } from '../live/left-off.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import type { Door } from './door.ts';
import { understand } from './parse.ts';
import { Places } from './places.ts';

/** A connection that was let in: whose it is, in which event, and what it said about where it left off. */
export interface Admitted {
  running: RunningEvent;
  badge: Badge;
  leftOff: LeftOff;
  /** Which display it is, where a screen said so. */
  display: string | undefined;
}

/** A socket as it connects. */
type Connecting = Pick<Socket, 'handshake' | 'conn'> & { request: IncomingMessage };

/** What it takes to let somebody in. */
interface AdmissionOptions {
  gate: Gate;
  limits: Limits;
  /** Whether the peer with this address is a proxy whose headers count. */
  trusted: Trust;
}

/** Most sockets of one person in an event, and of one screen's badge, which a hall may show on many walls at once. */
const most = { pages: 8, screens: 64 };
/** When one more may try again, in milliseconds. */
const retryPagesAfter = 30_000;

/** Lets connections in: by the badge they show, and no more of them than one person needs. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #door: Door;
  readonly #places = new Places();

  constructor(options: AdmissionOptions, door: Door) {
    this.#options = options;
    this.#door = door;
  }

  /**
   * Lets a connection in, or says why not.
   * Refuses: `many-connecting`, `event-unknown`, `message-too-large`, `malformed`, `too-fast`, `many-pages`, and what
   * `Gate.badge` refuses.
   */
  async admit(socket: Connecting, events: Events): Promise<Admitted | Refusal> {
    const { gate, limits, trusted } = this.#options;
    const tooFast = limits.address('handshake', addressOf(socket.request, trusted));
    if (tooFast) return refuse('too-fast', 'many-connecting', tooFast);
    const shown = await shownBy(socket, events, gate);
    if ('ok' in shown) return shown;
    const { running, badge } = shown;
    const more = limits.gross.count(badge.participant, badge.role);
    if (more) return refuse('too-fast', 'too-fast', more);
    // An organizer's walls take no place of their own pages.
    const kind = isScreen(seatOf(badge)) ? 'screens' : 'pages';
    const whose = `${running.live.slug} ${badge.participant} ${kind}`;
    const free = await this.#places.take(whose, socket.conn, most[kind]);
    if (!free) return refuse('too-fast', 'many-pages', { limit: most[kind], retryAfterMs: retryPagesAfter });
    return this.#door.take(socket.conn)
      ? shown
      : refuse('too-fast', 'many-connecting', { retryAfterMs: retryPagesAfter });
  }
}

/**
 * The badge that a connection shows, its event, and where it left off, or what is wrong with it.
 * Refuses: `event-unknown`, `message-too-large`, `malformed`, and what `Gate.badge` refuses.
 */
async function shownBy(socket: Connecting, events: Events, gate: Gate): Promise<Admitted | Refusal> {
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
