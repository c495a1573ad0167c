// `npm start`: installs and builds what is missing, then becomes the server.
import { prepare } from './prepare.mjs';

await prepare(console.log);
console.log('3/3 Opening');
process.setSourceMapsEnabled(true);
await import('../dist/server/main.js');
