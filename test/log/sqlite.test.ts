import { SqliteLogStore } from '../../server/log/sqlite/store.ts';
import { describeLogContract } from './contract.ts';
import { Folder } from './folder.ts';

describeLogContract('an SQLite file', async () => {
  const folder = new Folder();
  return {
    open: () => SqliteLogStore.open(folder.path),
    bytes: () => folder.bytes(),
    dispose: async () => folder.remove(),
  };
});
