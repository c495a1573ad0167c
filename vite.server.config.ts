// Builds the server into dist/server. Packages stay outside, in node_modules, all but zod.
// All files lie flat in one folder, so that a `new URL('./…', import.meta.url)` means the same in each of them.
import { defineConfig } from 'vite';
import { icuCatalogues } from './scripts/icu-catalogues.ts';

export default defineConfig({
  plugins: [icuCatalogues()],
  cacheDir: 'node_modules/.cache/vite-server',
  publicDir: false,
  // Of zod's hundred files a thread needs a few: as one file it loads in a tenth of the time.
  ssr: { external: true, noExternal: ['zod'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        main: 'server/main.ts',
        cli: 'server/cli/backrow.ts',
        'sqlite-worker': 'server/log/sqlite/worker.ts',
        'read-thread': 'server/programme/read/read-thread.ts',
        'workbook-thread': 'server/export/workbook-thread.ts',
      },
      output: {
        format: 'esm',
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod/ }] },
      },
    },
  },
});
