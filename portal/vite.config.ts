import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Puts what PDFs may need beside the portal, under names that the viewer puts together: fonts, character maps, decoders. */
function pdfAssets(): Plugin {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    name: 'pdf-assets',
    apply: 'build',
    generateBundle() {
      for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
        for (const name of readdirSync(join(root, folder)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf-${version}/${folder}/${name}`,
            source: readFileSync(join(root, folder, name)),
          });
    },
  };
}

/**
 * The entry has fixed names, because server-rendered pages name it; everything it loads later carries a hash and can
 * be cached for ever. Nothing is inlined, so that the Content-Security-Policy needs no exception.
 */
export default defineConfig({
  root: here,
  base: '/portal/',
  publicDir: false,
  plugins: [react(), pdfAssets()],
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
