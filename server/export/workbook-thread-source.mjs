// Starts the thread that writes workbooks from source, in development and tests: a thread does not inherit what reads
// TypeScript in its parent. The built server starts `workbook-thread.js` itself.
import { register } from 'tsx/esm/api';

register();
await import('./workbook-thread.ts');
