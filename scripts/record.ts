// `npm run record`: replays the recorded day under the present rules and writes the hash in which it ends now.
import { readFileSync, writeFileSync } from 'node:fs';
import { canonical, stateHash } from '../server/log/canonical.ts';
import { apply } from '../shared/log/apply.ts';
import type { Entry } from '../shared/log/entry.ts';
import { rulesVersion } from '../shared/log/rules-version.ts';
import { model } from '../shared/model.ts';
import { initialState } from '../shared/state/model.ts';
import { plainState } from '../shared/state/plain.ts';

const file = new URL(`../test/fixtures/logs/rules-${rulesVersion}.json`, import.meta.url);
const { entries }: { entries: Entry[] } = JSON.parse(readFileSync(file, 'utf8'));
const state = initialState(model);
for (const entry of entries) apply(state, entry);
const hash = stateHash(canonical(plainState(state)));
const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
writeFileSync(
  file,
  `{\n  "rules": ${rulesVersion},\n  "hash": "${hash}",\n  "entries": [\n${lines}\n  ]\n}\n`,
);
console.log(hash);
