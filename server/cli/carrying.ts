import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { secretOf } from '../access/secret.ts';
import type { Config } from '../config.ts';
import { Events } from '../live/events.ts';
import type { Outlet } from '../live/ticker.ts';
import { lockHolder, takeLock } from '../log/lock.ts';
import { refuseOutdated } from '../log/outdated.ts';
import { SqliteLogStore } from '../log/sqlite.ts';
import { carryOut, type Done, type Order } from '../orders.ts';
import { spoken } from '../refusals/spoken.ts';
import { askOwner } from './owner.ts';
import { hasLog } from './reading.ts';
import { Complaint, type Terminal } from './terminal.ts';

/** Has an order carried out: by the server that owns the log where one runs, else here. */
export async function carry(config: Config, order: Order, terminal: Terminal): Promise<Done | SpokenRefusal> {
  const owner = lockHolder(config.DATA_DIR);
  if (owner === null) return carryHere(config, order, terminal);
  if (owner.address === null) {
    throw new Complaint(
      `${config.DATA_DIR} is in use by process ${owner.pid}, which does not answer yet; try again in a moment.`,
    );
  }
  return askOwner(owner.address, keptSecret(config), order, terminal.clock());
}

/** The secret that signs; complains where none was made yet, since a link signed with a new one would be worth nothing. */
export function keptSecret({ SECRET, DATA_DIR }: Config): string {
  if (SECRET !== undefined) return SECRET;
  const file = join(DATA_DIR, 'secret');
  if (!existsSync(file)) {
    throw new Complaint(
      `There is no secret to sign with in ${DATA_DIR}: start the server there once, or set DATA_DIR or SECRET as it has them.`,
    );
  }
  return readFileSync(file, 'utf8').trim();
}

async function carryHere(config: Config, order: Order, terminal: Terminal): Promise<Done | SpokenRefusal> {
  const { DATA_DIR, SECRET } = config;
  if (order.order !== 'import' && !hasLog(DATA_DIR)) {
    throw new Complaint(`There is no log in ${DATA_DIR}. Is DATA_DIR right?`);
  }
  refuseOutdated(DATA_DIR);
  const lock = takeLock(DATA_DIR);
  try {
    secretOf(SECRET, DATA_DIR);
    const store = await SqliteLogStore.open(DATA_DIR);
    const events = new Events(store, () => nobody, {
      clock: terminal.clock,
      alarm: (message) => terminal.err(message),
      joinUrl: () => null,
    });
    try {
      await events.openAll();
      const came = await carryOut(events, order);
      return came.ok ? came : spoken(came);
    } finally {
      await events.close();
    }
  } finally {
    lock.release();
  }
}

/** Nobody is connected to a command. */
const nobody: Outlet = { broadcast: async () => undefined, tell: () => undefined };
