import { takeLock } from '../../server/log/lock.ts';

/** Owns the folder it is given until it is killed, also after what nobody refers to was collected. */
takeLock(process.argv[2] ?? '');
globalThis.gc?.();
await new Promise((resolve) => setImmediate(resolve));
globalThis.gc?.();
process.stdout.write('owned\n');
setInterval(() => {}, 1_000_000);
