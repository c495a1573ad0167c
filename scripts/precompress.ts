// A Vite plugin that lays a .br and a .gz beside every built file that is text and larger than 1 kB.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const text = /\.(css|html|js|json|svg|txt|wasm|webmanifest)$/;

/** Compresses once, as hard as it goes, so that the server never compresses a file while people wait. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => entry.isFile() && text.test(entry.name));
      await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const body = await readFile(path);
  if (body.length <= 1024) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all([
    brotli(body, quality).then((small) => writeFile(`${path}.br`, small)),
    gzipped(body, { level: 9 }).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}
