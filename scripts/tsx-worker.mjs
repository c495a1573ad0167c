// Lets a worker thread run TypeScript from source: `--import tsx` alone registers in the main thread only.
// For `new Worker(…, { execArgv: ['--import', <the address of this file>] })`.
import { register } from 'tsx/esm/api';

register();
