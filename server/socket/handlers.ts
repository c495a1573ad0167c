import type { Socket } from 'socket.io';
import type { $ZodType, output } from 'zod/v4/core';
import type { Outcome } from '../../shared/log/apply.ts';
import { isStaff } from '../../shared/people/role.ts';
import { iso } from '../../shared/wire/instant.ts';
import { atSchema, clockSchema, drawnSchema, identifySchema, resumeSchema } from '../../shared/wire/up.ts';
import type { Badge } from '../access/badges.ts';
import { audienceOfDisplay } from '../live/audiences.ts';
import type { LeftOff } from '../live/left-off.ts';
import type { RunningEvent } from '../live/running-event.ts';
import { refuse } from '../refusals/refuse.ts';
import { spoken } from '../refusals/spoken.ts';
import type { CommandReader } from './command-reader.ts';
import type { FanOut } from './fan-out.ts';
import { type IntakeOptions, receive } from './intake.ts';
import { understand } from './parse.ts';

/** How long a display says which one it is, in milliseconds. */
const identifyTime = 6_000;

/** Who speaks on a socket, and where they are. */
interface Speaking {
  running: RunningEvent;
  /** The badge that counts now: somebody may say anew what they are called while they are connected. */
  badge: () => Badge;
  fanOut: FanOut;
  /** Sends the first message of a connection again, from where somebody left off. */
  sendFirst: (leftOff: LeftOff) => void;
}

interface HandlerOptions extends IntakeOptions {
  commands: CommandReader;
  clock: () => number;
  alarm: (message: string, error?: unknown) => void;
}

/** What is answered to a message: an outcome, or the server's clock. */
type Answer = Outcome | { clientTime: unknown; serverTime: string };

/** Hears everything that may be said on a socket. What has another name is nothing. */
export function hearFrom(
  socket: Socket,
  { running: { live, presence }, badge, fanOut, sendFirst }: Speaking,
  options: HandlerOptions,
): void {
  const failed = (answer: unknown) => (error: unknown) => {
    options.alarm('A message failed', error);
    reply(answer)(refuse('unavailable', 'failed'));
  };
  // Whatever is thrown by what a stranger sent ends here: nobody's message stops the server.
  const command = async (body: unknown) => receive(live, badge(), options.commands.read(body), options);
  socket.on('command', (body: unknown, answer: unknown) => {
    command(body).then(reply(answer), failed(answer));
  });
  /** Hears messages of one name that are no commands: of the right shape, and not too many of them. */
  const hear = <S extends $ZodType>(name: string, schema: S, say: (message: output<S>) => Answer) => {
    const answerTo = (body: unknown): Answer => {
      const understood = understand(schema, body);
      if (!understood.ok) return understood;
      const tooFast = options.limits.message(badge().participant, badge().role);
      return tooFast ? refuse('too-fast', 'too-fast', tooFast) : say(understood.value);
    };
    socket.on(name, (body: unknown, answer: unknown) => {
      try {
        reply(answer)(answerTo(body));
      } catch (error) {
        failed(answer)(error);
      }
    });
  };
  hear('resume', resumeSchema, (message) => {
    sendFirst(message);
    return { ok: true, seq: live.state.seq };
  });
  hear('clock', clockSchema, ({ clientTime }) => ({ clientTime, serverTime: iso(options.clock()) }));
  hear('drawn', drawnSchema, (drawn) => {
    if (badge().role !== 'projector') return refuse('not-allowed', 'screens-only');
    presence.drew(socket.id, badge().scope.room, drawn, options.clock());
    return { ok: true, seq: live.state.seq };
  });
  hear('at', atSchema, (at) => {
    if (!isStaff(badge().role)) return refuse('not-allowed', 'staff-only');
    presence.isAt(socket.id, at);
    return { ok: true, seq: live.state.seq };
  });
  hear('identify', identifySchema, ({ display }) => {
    if (!isStaff(badge().role)) return refuse('not-allowed', 'staff-only');
    fanOut.announce('identify', { forMs: identifyTime }, (audience) =>
      display === undefined ? audience.startsWith('projector/') : audience === audienceOfDisplay(display),
    );
    return { ok: true, seq: live.state.seq };
  });
}

/** Answers where an answer was asked for; clients may leave the acknowledgement out. */
function reply(answer: unknown): (body: Answer) => void {
  return (body) => {
    if (typeof answer === 'function') answer('ok' in body && !body.ok ? spoken(body) : body);
  };
}
