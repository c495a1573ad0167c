// Starts the writer's thread from source, in development and tests: a thread does not inherit what reads
// TypeScript in its parent. The built server starts `sqlite-worker.js` itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
