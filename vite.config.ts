// Builds the pages of client/ into dist/client.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { helpPlugin } from './scripts/help-pages.ts';
import { icons } from './scripts/icons.ts';
import { icuCatalogues } from './scripts/icu-catalogues.ts';
import { neverUsed } from './scripts/never-used.ts';
import { precompress } from './scripts/precompress.ts';
import { sharedWithList } from './scripts/shared-with-list.ts';

export default defineConfig({
  root: 'client',
  // Files find each other wherever they stand; the server puts its path into the page.
  base: './',
  cacheDir: '../node_modules/.cache/vite',
  server: { fs: { allow: ['..'] } },
  plugins: [icuCatalogues(), icons(), neverUsed(), react(), helpPlugin(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // The oldest browsers that are still looked at: those inside mixers (OBS, vMix), and phones of 2022.
    target: ['chrome103', 'edge103', 'firefox115', 'safari15.4'],
    // What the Content-Security-Policy needs: nothing inline, neither scripts nor data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Says which files a page needs, for the test and the bench that weigh them.
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: {
      // Schemas are made by nothing but zod: those that no page reads go.
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        // All that a phone needs until it can ask is one file, sheets too: brotli finds what repeats in it. What starts it
        // stays a file of its own, by which a page knows whether the server has newer ones.
        codeSplitting: {
          groups: [
            {
              name: 'phone',
              test: /client[\\/](routes\.tsx|look[\\/](tokens|base)\.css)$|react-dom[\\/]client\.js$/,
            },
            { name: sharedWithList, debugName: 'common', minShareCount: 2 },
          ],
        },
      },
    },
  },
});
