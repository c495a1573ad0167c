import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { Change } from './mutants.ts';
import { replaced } from './replace.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the log's thread is started from source; it is started by ours instead, which makes the same replacements. */
const thread: Change = {
  file: 'server/log/sqlite/writer-thread.ts',
  old: "'./worker-source.mjs'",
  now: `'${new URL('worker-source.mjs', import.meta.url).href}'`,
};

/** Replaces places in the product's files as the tests load them; throws where an old text is not found exactly once. */
export function withChanges(changes: readonly Change[]): Plugin {
  return {
    name: 'mutant',
    enforce: 'pre',
    transform(code, id) {
      const file = relative(root, id.split('?')[0] ?? '')
        .split(sep)
        .join('/');
      return [...changes, thread]
        .filter((change) => change.file === file)
        .reduce((text, change) => replaced(text, change), code);
    },
  };
}
