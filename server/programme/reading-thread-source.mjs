// Starts the reading thread from source, in development and tests: a thread does not inherit what reads TypeScript in
// its parent. The built server starts `reading-thread.js` itself.
import { register } from 'tsx/esm/api';

register();
await import('./reading-thread.ts');
