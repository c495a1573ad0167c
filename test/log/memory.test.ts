import { MemoryLogStore } from '../../server/log/memory.ts';
import { describeLogContract } from './contract.ts';

describeLogContract('memory', async () => {
  const store = new MemoryLogStore();
  return { open: async () => store, bytes: () => [], dispose: async () => {} };
});
