import { createHmac } from 'node:crypto';
import { model } from '../shared/model.ts';
import type { Programme } from '../shared/rundown/programme.ts';
import { serverActor } from '../shared/state/actor.ts';
import { eventOf } from '../shared/state/state.ts';
import type { Installation } from './access/installation-file.ts';
import { withdrawnIn } from './access/withdrawn.ts';
import { derivedId } from './live/derived-id.ts';
import { LiveEvent } from './live/live-event.ts';
import type { LogStore } from './log/log.ts';
import { seal } from './log/personal.ts';
import { type Demo, demoEvent } from './programme/demo/demo.ts';
import { icbinb2026 } from './programme/demo/samples.ts';
import { importEvent } from './programme/read/import-event.ts';
import { sentenceOf } from './refusals/spoken.ts';
import { draftOf, hinted } from './socket/to-entry.ts';

/** How long before the demo's first step its programme was loaded, in milliseconds. */
const loadedBefore = 60 * 60_000;

/** Gives an empty store the sample event and the demo, through the importer that an organiser uses. */
export async function giveSamples(store: LogStore, clock: () => number, markKey: string): Promise<void> {
  await make(store, sample(icbinb2026), clock);
  await giveDemo(store, clock, markKey);
}

/** Makes the demo afresh where it is there and its day is over; what was withdrawn of it stays so. */
export async function renewDemo(
  store: LogStore,
  clock: () => number,
  markKey: string,
  installation: Installation,
): Promise<void> {
  if (!(await store.list()).includes('demo')) return;
  const demo = await LiveEvent.open('demo', store, { clock, alarm: () => undefined });
  const endsAt = eventOf(demo.state)?.endsAt ?? 0;
  await demo.close();
  if (endsAt > clock()) return;
  installation.keep('demo', withdrawnIn(demo.state));
  await store.remove('demo');
  await giveDemo(store, clock, markKey);
}

async function giveDemo(store: LogStore, clock: () => number, markKey: string): Promise<void> {
  const { programme, script }: Demo = demoEvent(clock());
  const first = script[0]?.at ?? clock();
  await make(store, programme, () => first - loadedBefore);
  const live = await LiveEvent.open('demo', store, { clock, alarm: fail });
  for (const { at, by, command } of script) {
    const name = by.name === null ? null : seal(by.name);
    const known = live.state.tables.participants.has(by.participant);
    const person = known ? {} : { person: { name: name?.digest ?? null, attendance: by.attendance } };
    const actor = { participant: by.participant, role: by.role, ...person };
    const drafted = draftOf(model, command, { by: actor, at, state: null, markKey });
    if (!drafted.ok) throw new Error(`The demo cannot be made: ${drafted.issues[0]?.message}`);
    const bodies = [...(drafted.draft.personal?.bodies ?? []), ...(name && !known ? [name] : [])];
    const personal = bodies.length > 0 ? { personal: { owner: by.participant, bodies } } : {};
    const outcome = await live.submit(hinted({ ...drafted.draft, ...personal }));
    if (!outcome.ok) throw new Error(`The demo cannot be made: ${command.type}: ${sentenceOf(outcome)}`);
  }
  await live.close();
}

async function make(store: LogStore, programme: Programme, clock: () => number): Promise<void> {
  const live = await LiveEvent.open(programme.slug, store, { clock, alarm: fail });
  const once = { id: derivedId(`sample ${programme.slug}`) };
  const outcome = await live.submitAs(serverActor, 'programme.apply', { programme }, once);
  if (!outcome.ok) throw new Error(`${programme.slug}: ${sentenceOf(outcome)}`);
  await live.close();
}

function sample(text: string): Programme {
  const imported = importEvent(text);
  if (!imported.ok) throw new Error(`A sample cannot be read: ${imported.issues[0]?.message}`);
  return imported.programme;
}

function fail(message: string, error?: unknown): never {
  throw new Error(message, { cause: error });
}

/** The key of the marks by which the desk tells people apart: made from the secret, so that it stays the same. */
export function markKeyOf(secret: string): string {
  return createHmac('sha256', secret).update('marks').digest('hex');
}
