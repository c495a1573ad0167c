// Runs the sources as they are, without a build: `node --import ./scripts/source.mjs FILE.ts`.
import { register as registerHooks } from 'node:module';
import { register as registerTypeScript } from 'tsx/esm/api';

/** `import text from './file?raw'` and compiled catalogues, as the built server has them. */
const hooks = `
import { readFile } from 'node:fs/promises';

let catalogues;

export function initialize(data) {
  catalogues = data;
}

export async function resolve(specifier, context, next) {
  if (!specifier.endsWith('?raw')) return next(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  const source = catalogues.get(url);
  if (source !== undefined) return { format: 'module', source, shortCircuit: true };
  if (!url.endsWith('?raw')) return next(url, context);
  const text = await readFile(new URL(url.slice(0, -'?raw'.length)), 'utf8');
  return { format: 'module', source: 'export default ' + JSON.stringify(text), shortCircuit: true };
}`;

registerTypeScript();
const { cataloguesOfServer } = await import('./icu-catalogues.ts');
registerHooks(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: await cataloguesOfServer() });
