// Starts the thread that reads a file, from source, in development and tests: a thread does not inherit what reads
// TypeScript in its parent. The built server starts `read-thread.js` itself.
import { register } from 'tsx/esm/api';

register();
await import('./read-thread.ts');
