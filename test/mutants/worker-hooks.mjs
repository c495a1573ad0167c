// Hooks of Node's loader: they run in a thread of their own, and are told the replacements when they are registered.
import { replaced } from './replace.mjs';

const root = new URL('../../', import.meta.url).href;
let changes = [];

export function initialize(data) {
  changes = JSON.parse(data);
}

export async function load(url, context, next) {
  const loaded = await next(url, context);
  const file = url.split('?')[0].slice(root.length);
  const here = changes.filter((change) => change.file === file && url.startsWith(root));
  if (here.length === 0) return loaded;
  const text = here.reduce((code, change) => replaced(code, change), String(loaded.source));
  return { ...loaded, source: text };
}
