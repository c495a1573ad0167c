import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { Outcome } from '../shared/log/apply.ts';
import { inviteId, participantId } from '../shared/people/envelope.ts';
import { takenOffAir } from '../shared/rundown/off-air.ts';
import { serverActor } from '../shared/state/actor.ts';
import { issueSchema, type Refusal } from '../shared/wire/refusals.ts';
import { installation as everyEvent } from './access/installation.ts';
import type { Installation } from './access/installation-file.ts';
import { withdrawnIn } from './access/withdrawn.ts';
import type { Events } from './live/events.ts';
import type { LiveEvent } from './live/live-event.ts';
import type { RunningEvent } from './live/running-event.ts';
import { LogUnavailable } from './log/log.ts';
import { leavingOf, withLeftBehind } from './programme/plan/changes/left-behind.ts';
import { checkProgrammeCommand } from './programme/plan/check-command.ts';
import { withFreeCode } from './programme/plan/free-code.ts';
import { programmeOf } from './programme/plan/programme-of.ts';
import { refuse } from './refusals/refuse.ts';

/** What the operator asks of an installation as a whole, on the command line. */
export const orderSchema = z.discriminatedUnion('order', [
  /** Makes the event of a parsed event file, or changes it; what is on air goes by it only where that is said. */
  z.strictObject({
    order: z.literal('import'),
    file: z.record(z.string(), z.unknown()),
    /** What is on air may go. */
    removeOnAir: z.optional(z.boolean()),
  }),
  /** Kills an invite with every badge made from it; event `*`: in every event there is. */
  z.strictObject({ order: z.literal('revokeInvite'), event: z.string(), invite: inviteId }),
  z.strictObject({ order: z.literal('revokeParticipant'), event: z.string(), participant: participantId }),
  z.strictObject({ order: z.literal('delete'), event: z.string() }),
]);
export type Order = z.infer<typeof orderSchema>;

/** An order that was carried out: in which events, and what an import assumed. */
export const doneSchema = z.object({
  ok: z.literal(true),
  did: z.enum(['made', 'changed', 'revoked', 'deleted']),
  events: z.array(z.string()),
  warnings: z.array(issueSchema),
});
export type Done = z.infer<typeof doneSchema>;

/** Who else is to know that an event came or went. */
export interface Onlookers {
  made(running: RunningEvent): void;
  deleted(slug: string): void;
}

/**
 * Carries out an order: the same for a server that runs and for a command that opens the log itself.
 * Refuses: `file-errors`, `no-event-yet`, `no-such-event`, `log-kept`, `not-stored`.
 */
export async function execute(
  events: Events,
  installation: Installation,
  order: Order,
  onlookers?: Onlookers,
): Promise<Done | Refusal> {
  switch (order.order) {
    case 'import':
      return importFile(events, order, onlookers);
    case 'revokeInvite': {
      const { invite } = order;
      if (order.event === everyEvent) {
        const lost = stored(() => installation.revokeInvite(invite));
        if (lost) return lost;
      }
      return revoke(events, order.event, (live) => live.submitAs(serverActor, 'invite.revoke', { invite }));
    }
    case 'revokeParticipant': {
      const { participant } = order;
      if (order.event === everyEvent) {
        const lost = stored(() => installation.revokeParticipant(participant));
        if (lost) return lost;
      }
      return revoke(events, order.event, (live) =>
        live.submitAs(serverActor, 'participant.revoke', { participant }),
      );
    }
    case 'delete': {
      if (!(await events.store.list()).includes(order.event)) return unknown(events, order.event);
      const state = events.get(order.event)?.live.state;
      const lost = stored(() => state && installation.keep(order.event, withdrawnIn(state)));
      if (lost) return lost;
      return remove(events, order.event, onlookers);
    }
  }
}

/** Deletes an event, and cuts off whoever is in it; where the log keeps it, it goes on. */
async function remove(events: Events, slug: string, onlookers?: Onlookers): Promise<Done | Refusal> {
  try {
    const isGone = await events.remove(slug);
    onlookers?.deleted(slug);
    const left = { path: slug, message: 'is deleted; its last traces go as soon as the log file lets them' };
    return { ...done('deleted', [slug]), warnings: isGone ? [] : [left] };
  } catch (error) {
    if (!(error instanceof LogUnavailable)) throw error;
    return refuse('unavailable', 'log-kept', { now: { slug, trouble: error.message } });
  }
}

/** Does what writes the installation's file; where that cannot be written, nothing else is done. */
function stored(write: () => void): Refusal | null {
  try {
    write();
    return null;
  } catch {
    return refuse('unavailable', 'not-stored');
  }
}

async function importFile(
  events: Events,
  { file, removeOnAir }: Extract<Order, { order: 'import' }>,
  onlookers?: Onlookers,
): Promise<Done | Refusal> {
  const slug = String(file['slug']);
  const known = events.get(slug);
  const before = known && programmeOf(known.live.state);
  const checked = checkProgrammeCommand(file, before ? { before } : {});
  if (!checked.ok) return refused(checked.issues);
  const taken = events.list().map(({ event }) => event);
  const programme = withFreeCode(checked.programme, file['code'] !== undefined, taken);
  if ('message' in programme) return refused([programme]);
  const running = await events.apply(programme, randomUUID(), {
    ...(removeOnAir && {
      removeOnAir: ({ live }: RunningEvent) => takenOffAir(live.state, programme).map(({ id }) => id),
    }),
  });
  if ('reason' in running) {
    const leaving = known && leavingOf(known.live.state, known.presence.displays.values());
    return withLeftBehind(running, leaving);
  }
  if (!known) onlookers?.made(running);
  return { ...done(known ? 'changed' : 'made', [slug]), warnings: checked.warnings };
}

/** Takes access away in an event, or in all of them. */
async function revoke(
  events: Events,
  slug: string,
  revoked: (live: LiveEvent) => Promise<Outcome>,
): Promise<Done | Refusal> {
  const all = events.list().map(({ running }) => running);
  const forAll = slug === everyEvent;
  const meant = forAll ? all : all.filter(({ live }) => live.slug === slug);
  if (meant.length === 0 && !forAll) return unknown(events, slug);
  for (const { live } of meant) {
    const outcome = await revoked(live);
    // For all events it counts already; in an event that takes nothing now it is only not listed.
    if (!outcome.ok && !forAll) return outcome;
  }
  return done(
    'revoked',
    meant.map(({ live }) => live.slug),
  );
}

function done(did: Done['did'], events: string[]): Done {
  return { ok: true, did, events, warnings: [] };
}

function refused(issues: Refusal['issues'] & object): Refusal {
  return refuse('import', 'file-errors', { issues });
}

function unknown(events: Events, slug: string): Refusal {
  return noSuchEvent(
    slug,
    events.list().map(({ event }) => event.slug),
  );
}

/** Says that there is no such event, and which there are. Refuses: `no-event-yet`, `no-such-event`. */
export function noSuchEvent(slug: string, known: readonly string[]): Refusal {
  return known.length === 0
    ? refuse('unknown', 'no-event-yet', { now: { event: slug } })
    : refuse('unknown', 'no-such-event', { now: { event: slug, events: known } });
}
