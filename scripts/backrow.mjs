#!/usr/bin/env node
// `npx backrow COMMAND`: prepares without a word, then becomes the command line.
import { prepare } from './prepare.mjs';

await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/server/cli.js');
