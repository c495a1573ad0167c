import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
);

/** The built pages. */
export const builtClient = join(import.meta.dirname, '../../dist/client');

/**
 * The scripts and sheets, below the built pages, that a browser loads for parts of the client: `index.html` is what every
 * page begins with, a module (`attendee/board.tsx`) what is fetched later with all that it imports.
 */
export function loadedFor(parts: readonly string[]): { scripts: string[]; sheets: string[] } {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(join(builtClient, '.vite/manifest.json'), 'utf8')),
  );
  const scripts = new Set<string>();
  const sheets = new Set<string>();
  const visit = (name: string | undefined): void => {
    const chunk = manifest[name ?? ''];
    if (!chunk) throw new Error(`The build has no ${name}`);
    if (scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const sheet of chunk.css) sheets.add(sheet);
    for (const each of chunk.imports) visit(each);
  };
  for (const part of parts)
    for (const name of part === 'index.html' ? firstScripts(Object.entries(manifest)) : [part]) visit(name);
  return { scripts: [...scripts], sheets: [...sheets] };
}

/** The names of the modules that the page itself asks for. */
function firstScripts(chunks: [name: string, chunk: { file: string }][]): (string | undefined)[] {
  const page = readFileSync(join(builtClient, 'index.html'), 'utf8');
  return [...page.matchAll(/<script type="module"[^>]* src="\.\/([^"]+)"/g)].map(
    ([, script]) => chunks.find(([, { file }]) => file === script)?.[0] ?? script,
  );
}
