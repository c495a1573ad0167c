import { existsSync } from 'node:fs';
import type { SpokenRefusal } from '../../shared/wire/refusals.ts';
import { installation } from '../access/installation.ts';
import { Installation } from '../access/installation-file.ts';
import { readSecret, secretFile, secretOf } from '../access/secret.ts';
import { withdrawnEverywhere } from '../access/withdrawn.ts';
import { type Done, execute, type Order } from '../admin-commands.ts';
import type { Config } from '../config.ts';
import { Events } from '../live/events.ts';
import type { Outlet } from '../live/ticker.ts';
import { lockHolder, takeLock } from '../log/lock.ts';
import { refuseOtherVersion } from '../log/other-version.ts';
import { SqliteLogStore } from '../log/sqlite/store.ts';
import { spoken } from '../refusals/spoken.ts';
import { hasLog } from './open-log.ts';
import { askOwner } from './owner.ts';
import { Complaint, type Terminal } from './terminal.ts';

/** Has an order carried out: by the server that owns the log where one runs, else here. */
export async function executeCommand(
  config: Config,
  order: Order,
  terminal: Terminal,
): Promise<Done | SpokenRefusal> {
  const owner = lockHolder(config.DATA_DIR);
  if (owner === null) return executeHere(config, order, terminal);
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
  if (!existsSync(secretFile(DATA_DIR))) {
    throw new Complaint(
      `There is no secret to sign with in ${DATA_DIR}: start the server there once, or set DATA_DIR or SECRET as it has them.`,
    );
  }
  return readSecret(DATA_DIR);
}

async function executeHere(config: Config, order: Order, terminal: Terminal): Promise<Done | SpokenRefusal> {
  const { DATA_DIR, SECRET } = config;
  const needsLog = order.order !== 'import' && !('event' in order && order.event === installation);
  if (needsLog ? !hasLog(DATA_DIR) : order.order !== 'import' && !existsSync(DATA_DIR)) {
    throw new Complaint(`There is no log in ${DATA_DIR}. Is DATA_DIR right?`);
  }
  refuseOtherVersion(DATA_DIR);
  const lock = takeLock(DATA_DIR);
  try {
    secretOf(SECRET, DATA_DIR);
    const known = Installation.ofFolder(DATA_DIR);
    const store = await SqliteLogStore.open(DATA_DIR);
    const events = new Events(store, () => nobody, {
      clock: terminal.clock,
      alarm: (message) => terminal.err(message),
      joinUrl: () => null,
      withdrew: (who, slug) => known.withdrew(who, slug),
    });
    try {
      if (known.isNew) known.begin(await withdrawnEverywhere(store, terminal.clock));
      await events.openAll();
      const came = await execute(events, known, order);
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
