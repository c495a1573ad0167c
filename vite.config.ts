// Builds the pages of client/ into dist/client.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './scripts/precompress.ts';

export default defineConfig({
  root: 'client',
  base: '/',
  cacheDir: '../node_modules/.cache/vite',
  plugins: [react(), precompress()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // What the Content-Security-Policy needs: nothing inline, neither scripts nor data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // Says which files a page needs, for the test and the bench that weigh them.
    manifest: true,
    reportCompressedSize: false,
  },
});
