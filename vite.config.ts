// Builds the pages of client/ into dist/client.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { helpPlugin } from './scripts/help-pages.ts';
import { icuCatalogues } from './scripts/icu-catalogues.ts';
import { precompress } from './scripts/precompress.ts';

export default defineConfig({
  root: 'client',
  // Files find each other wherever they stand; the server puts its path into the page.
  base: './',
  cacheDir: '../node_modules/.cache/vite',
  plugins: [icuCatalogues(), react(), helpPlugin(), precompress()],
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
  },
});
