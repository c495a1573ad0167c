// A Vite plugin that leaves out of the pages what packages bring along and these pages never use.
import type { Plugin } from 'vite';

/** Modules by the end of their path, what stands in their place, and why. */
const inPlaceOf: [path: RegExp, source: string][] = [
  // WebTransport: neither the pages nor the server name it among their transports.
  [/engine\.io-client\/build\/esm\/transports\/webtransport\.js$/, 'export const WT = undefined;'],
  // What React has had itself since version 18.
  [/use-sync-external-store\/shim\/index\.js$/, "export { useSyncExternalStore } from 'react';"],
  // Messages of bytes: each of ours is JSON.
  [
    /socket\.io-parser\/build\/esm\/is-binary\.js$/,
    'export const isBinary = () => false, hasBinary = isBinary;',
  ],
  [
    /socket\.io-parser\/build\/esm\/binary\.js$/,
    'export const deconstructPacket = (packet) => ({ packet, buffers: [] }), reconstructPacket = (packet) => packet;',
  ],
];

/** Puts a line in the place of each of these modules, and stops where one is not there any more. */
export function neverUsed(): Plugin {
  const left = new Set(inPlaceOf);
  return {
    name: 'never-used',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const found = inPlaceOf.find(([path]) => path.test(id.replaceAll('\\', '/')));
      if (!found) return null;
      left.delete(found);
      return found[1];
    },
    buildEnd(error) {
      if (!error && left.size > 0)
        this.error(`Not found any more: ${[...left].map(([path]) => path).join(', ')}`);
    },
  };
}
