#!/usr/bin/env node
import { existsSync } from 'node:fs';

// In a checkout the program is first brought up to date with its sources; an installed package holds it ready.
const builder = new URL('../scripts/build.js', import.meta.url);
const isCheckout = existsSync(new URL('../src/cli/main.ts', import.meta.url)) && existsSync(builder);
if (isCheckout) {
  const { ensureBuilt } = await import(builder.href);
  await ensureBuilt({ withPortal: process.argv[2] === 'start' && !process.argv.includes('--help') });
}

const { main } = await import(new URL('../dist/cli/main.js', import.meta.url).href);
await main();
