import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { failureLine } from './verify/outcome.ts';
import { verifySets } from './verify/sets.ts';

/** `npm run verify`: one line for each published set, `passed/total`, with each failure below it; exit 1 on any. */
const beside = fileURLToPath(new URL('../../shared/reference', import.meta.url));
const folder = process.env.UFUQ_REFERENCE ?? beside;
let passed = 0;
let failed = 0;
if (!existsSync(folder)) console.log(`skipped: no reference data at ${folder} (set UFUQ_REFERENCE)`);
else
  for await (const outcome of verifySets(folder)) {
    console.log(`${outcome.set}: ${outcome.passed}/${outcome.total}`);
    for (const failure of outcome.failures) console.log(`  ${failureLine(failure)}`);
    passed += outcome.passed;
    failed += outcome.total - outcome.passed;
  }
console.log(`${passed} passed, ${failed} failed`);
// Threads that read files may still wait for more.
process.exit(failed > 0 ? 1 : 0);
