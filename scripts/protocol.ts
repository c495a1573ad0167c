// Writes docs/protocol.md from the schemas of shared/wire and shared/log: `npm run protocol`.
import { writeFileSync } from 'node:fs';
import { protocolPage } from './protocol-page.ts';

writeFileSync(new URL('../docs/protocol.md', import.meta.url), protocolPage());
