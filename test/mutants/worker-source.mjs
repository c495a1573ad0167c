// Starts the log's writer from source as `server/log/sqlite/worker-source.mjs` does, with the mutant's replacements: what
// was registered first is asked last, so that they are made in the text as it stands in the file.
import { register } from 'node:module';
import { register as registerTypeScript } from 'tsx/esm/api';

register(new URL('worker-hooks.mjs', import.meta.url), { data: process.env.BACKROW_MUTANT ?? '[]' });
registerTypeScript();
await import('../../server/log/sqlite/worker.ts');
