import type { History } from './history.ts';

/**
 * I4: what was acknowledged before something else was first sent stands before it in the log. I5: what one client sent
 * stands in the order in which it was sent. What was refused or never answered has no place and is left out.
 */
export function orderFaults({ happenings }: Pick<History, 'happenings'>): string[] {
  const faults: string[] = [];
  const floors = new Map<string, number>();
  const places = new Map<string, number>();
  let done = 0;
  for (const each of happenings) {
    if (each.what === 'invoke' && !floors.has(each.id)) floors.set(each.id, done);
    if (each.what !== 'ok') continue;
    const floor = floors.get(each.id) ?? 0;
    if (each.seq <= floor)
      faults.push(`I4 ${each.id} stands at ${each.seq}, and ${floor} was acknowledged before it was sent`);
    const before = places.get(each.id);
    if (before !== undefined && before !== each.seq)
      faults.push(`I4 ${each.id} was acknowledged at ${before} and at ${each.seq}`);
    places.set(each.id, each.seq);
    done = Math.max(done, each.seq);
  }
  const last = new Map<string, { seq: number; id: string }>();
  for (const each of happenings) {
    const seq = each.what === 'invoke' ? places.get(each.id) : undefined;
    if (each.what !== 'invoke' || seq === undefined) continue;
    const before = last.get(each.client);
    if (before && before.id !== each.id && before.seq > seq)
      faults.push(
        `I5 ${each.client} sent ${before.id} before ${each.id}, and they stand at ${before.seq} and ${seq}`,
      );
    if (!before || seq > before.seq) last.set(each.client, { seq, id: each.id });
  }
  return faults;
}
