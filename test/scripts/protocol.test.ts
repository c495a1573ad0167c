import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { protocolPage } from '../../scripts/protocol-page.ts';

test('docs/protocol.md says what the schemas say (npm run protocol writes it)', () => {
  const written = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
  expect(written).toBe(protocolPage());
});
