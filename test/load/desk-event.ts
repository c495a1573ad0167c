import { randomUUID } from 'node:crypto';
import { LiveEvent } from '../../server/live/live-event.ts';
import { seal } from '../../server/log/personal.ts';
import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { importEvent } from '../../server/programme/read/import-event.ts';
import { draftOf } from '../../server/socket/to-entry.ts';
import type { Command } from '../../shared/log/command.ts';
import { rulesVersion } from '../../shared/log/rules-version.ts';
import { model } from '../../shared/model.ts';
import { type Actor, serverActor } from '../../shared/state/actor.ts';

/** How many questions are in the list when the desk is opened, and how many people asked those and the waiting ones. */
const inTheList = 100;
const people = 2_000;

const minute = 60_000;
/** Entries that are on their way to the log at once: each commit takes what queued during the last one. */
const together = 500;

/** Writes an event whose talk is on air, with many waiting questions, into an empty folder; gives the ids of those in the list. */
export async function makeDeskEvent(
  dataDir: string,
  waiting: number,
  now: number,
): Promise<{ slug: string; live: string[] }> {
  const made = importEvent(JSON.stringify(deskDay(now)));
  if (!made.ok) throw new Error(JSON.stringify(made.issues));
  const { programme } = made;
  const store = await SqliteLogStore.open(dataDir);
  const live = await LiveEvent.open(programme.slug, store, { clock: () => now, alarm: fail });
  const head = { id: randomUUID(), by: serverActor, rules: rulesVersion } as const;
  await must(live.submit({ ...head, type: 'programme.apply', at: now - 20 * minute, data: { programme } }));
  const askers = Array.from({ length: people }, (_, index) => asker(index));
  const inList: string[] = [];
  const total = waiting + inTheList;
  const step = (19 * minute) / total;
  for (let from = 0; from < total; from += together) {
    const few = Array.from({ length: Math.min(together, total - from) }, (_, more) => from + more);
    const ids = await Promise.all(
      few.map(async (index) => {
        const { actor, name } = askers[index % askers.length] ?? asker(index);
        const id = randomUUID();
        const anonymous = name === null;
        const command = {
          id,
          type: 'question.ask',
          session: 'talk',
          text: wording(index),
          anonymous,
        } as const;
        await put(live, command, actor, now - 19 * minute + Math.floor(index * step), name);
        return id;
      }),
    );
    inList.push(...ids.filter((_, more) => (from + more) % (total / inTheList) < 1));
  }
  const moderator: Actor = { participant: randomUUID(), role: 'moderator' };
  for (const question of inList)
    await put(live, { id: randomUUID(), type: 'question.approve', question }, moderator, now, null);
  await live.close();
  await store.close();
  return { slug: programme.slug, live: inList };
}

/** A question of a usual length, no two alike. */
export function wording(index: number): string {
  const about = [
    'the ablation',
    'the second data set',
    'your baseline',
    'the proof of lemma 2',
    'the appendix',
  ];
  const ask = [
    'What surprised you most about',
    'How would it change your conclusions if one left out',
    'Could you say more, for those of us who do not work on this every day, about',
    'Why did you choose, of all the ways there are,',
  ];
  return `${ask[index % ask.length]} ${about[(index >> 2) % about.length]} (${index})?`;
}

function asker(index: number): { actor: Actor; name: string | null } {
  return {
    actor: { participant: randomUUID(), role: 'attendee' },
    name: index % 2 === 0 ? `Asker ${index}` : null,
  };
}

async function put(
  live: LiveEvent,
  command: Command,
  by: Actor,
  at: number,
  name: string | null,
): Promise<void> {
  const body = name === null ? null : seal(name);
  const attendance = by.participant < '8' ? 'inRoom' : 'remote';
  const person =
    by.role === 'attendee' ? { person: { name: body?.digest ?? null, attendance } as const } : {};
  const drafted = draftOf(model, command, { by: { ...by, ...person }, at, state: null, markKey: 'bench' });
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.issues));
  const bodies = [...(drafted.draft.personal?.bodies ?? []), ...(body ? [body] : [])];
  await must(
    live.submit({
      ...drafted.draft,
      ...(bodies.length > 0 && { personal: { owner: by.participant, bodies } }),
    }),
  );
}

async function must(outcome: ReturnType<LiveEvent['submit']>): Promise<void> {
  const came = await outcome;
  if (!came.ok) throw new Error(`${came.reason}: ${came.code}`);
}

/** One room, one long talk that began half an hour ago. */
function deskDay(now: number): object {
  const at = (instant: number) => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
  return {
    backrow: 1,
    slug: 'bench',
    title: 'A very full room',
    timezone: 'UTC',
    sessions: [
      { id: 'talk', kind: 'talk', title: 'The talk', start: at(now - 30 * minute), minutes: 300, qa: 280 },
    ],
  };
}

function fail(message: string, error?: unknown): never {
  throw new Error(message, { cause: error });
}
