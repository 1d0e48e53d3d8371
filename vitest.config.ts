import { defineConfig } from 'vitest/config';

// One process for the whole run: the embedded database takes 20 s to boot, so all files share one (test/engines).
export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'test/**/*.test.ts',
      'packs/**/*.test.ts',
      'scripts/**/*.test.ts',
      'portal/**/*.test.{ts,tsx}',
    ],
    exclude: ['**/node_modules/**', 'dist/**'],
    setupFiles: ['test/seed.ts'],
    pool: 'forks',
    isolate: false,
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 180_000,
    teardownTimeout: 20_000,
  },
});
