import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * The entry has fixed names, because server-rendered pages name it; everything it loads later carries a hash and can
 * be cached for ever. Nothing is inlined, so that the Content-Security-Policy needs no exception.
 */
export default defineConfig({
  root: here,
  base: '/portal/',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: fileURLToPath(new URL('../dist/portal', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: { portal: fileURLToPath(new URL('main.tsx', import.meta.url)) },
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: ({ names }) =>
          names.includes('portal.css') ? 'assets/portal.css' : 'assets/[name]-[hash][extname]',
      },
    },
  },
});
