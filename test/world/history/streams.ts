import type { Happening, History } from './history.ts';

/** How far one client has followed. */
interface Ear {
  seq: number;
  /** What the connection said it has; undefined once its first message came. */
  since: number | null | undefined;
  /** The highest seq that this client was acknowledged. */
  acknowledged: number;
}

/**
 * I15: what a client hears goes on where it left off, without a gap and never backwards, across connections and in one
 * epoch. I16: a view that it asks for after an acknowledgement holds what was acknowledged.
 */
export function streamFaults({ happenings }: Pick<History, 'happenings'>): string[] {
  const faults: string[] = [];
  const ears = new Map<string, Ear>();
  const asked = new Map<string, number>();
  let epoch: string | null = null;
  for (const each of happenings) {
    const ear = ears.get(each.client) ?? { seq: 0, since: null, acknowledged: 0 };
    ears.set(each.client, ear);
    const fault = (what: string) => faults.push(`${what} (${each.client})`);
    if (each.what === 'view' || each.what === 'patch' || each.what === 'read') {
      epoch ??= each.epoch;
      if (each.epoch !== epoch) fault(`I15 the epoch was ${epoch} and is ${each.epoch}`);
    }
    switch (each.what) {
      case 'invoke':
      case 'refused':
        break;
      case 'ok':
        ear.acknowledged = Math.max(ear.acknowledged, each.seq);
        break;
      case 'connect':
        ear.since = each.since;
        if (each.since === null) asked.set(`${each.client} connect`, ear.acknowledged);
        break;
      case 'view':
        viewHeard(each, ear, asked.get(`${each.client} connect`) ?? 0, fault);
        break;
      case 'patch':
        patchHeard(each, ear, fault);
        break;
      case 'ask-view':
        asked.set(`${each.client} ${each.number}`, ear.acknowledged);
        break;
      case 'read': {
        const floor = asked.get(`${each.client} ${each.number}`) ?? 0;
        if (each.seq < floor)
          fault(`I16 a view at ${each.seq} was asked for after ${floor} was acknowledged`);
        break;
      }
    }
  }
  return faults;
}

type Heard<What> = Extract<Happening, { what: What }>;

function viewHeard({ seq }: Heard<'view'>, ear: Ear, floor: number, fault: (what: string) => void): void {
  if (ear.since === null && seq < floor)
    fault(`I16 a view at ${seq} was asked for after ${floor} was acknowledged`);
  if (seq < ear.seq) fault(`I15 a view at ${seq} came after ${ear.seq}`);
  ear.since = undefined;
  ear.seq = seq;
}

function patchHeard({ from, seq, own }: Heard<'patch'>, ear: Ear, fault: (what: string) => void): void {
  if (ear.since !== undefined && from !== ear.since)
    fault(`I15 a connection from ${ear.since} began with a patch from ${from}`);
  ear.since = undefined;
  if (from > ear.seq) fault(`I15 a patch from ${from} came at ${ear.seq}: something is missing`);
  if (seq < from) fault(`I15 a patch goes from ${from} back to ${seq}`);
  if (own) return;
  if (seq < ear.seq) fault(`I15 a patch to ${seq} came at ${ear.seq}: it was said before`);
  ear.seq = Math.max(ear.seq, seq);
}
