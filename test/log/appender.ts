import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { question } from './drafts.ts';

/** `appender FOLDER AT_ONCE [TOTAL]`: appends so many at a time, for ever or up to a total, and prints each acknowledgement. */
const [folder = '', atOnce = '1', total = 'Infinity'] = process.argv.slice(2);
const store = await SqliteLogStore.open(folder);
const log = await store.open('workshop');
let asked = 0;

async function keepAsking(): Promise<void> {
  while (asked < Number(total)) {
    asked += 1;
    const { entry } = await log.append(question('Does it last?'));
    process.stdout.write(`${entry.seq} ${entry.id}\n`);
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, keepAsking));
await store.close();
