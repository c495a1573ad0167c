import type { Plugin } from 'vite';

const build = new URL('../../dist/server/', import.meta.url);
const fromSource = /'\.\/[\w-]+-source\.mjs' : '\.\/([\w-]+\.js)'/g;

/** Threads of a server that runs from source start from the build: compiling their sources takes seconds each time. */
export function builtThreads(): Plugin {
  return {
    name: 'built-threads',
    enforce: 'pre',
    transform: (code, id) =>
      id.includes('/server/') && code.includes('-source.mjs')
        ? code.replace(fromSource, (_, name: string) => `'${new URL(name, build).href}' : './${name}'`)
        : undefined,
  };
}
