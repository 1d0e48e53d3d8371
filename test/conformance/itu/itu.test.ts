import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyItu } from '../itu.ts';
import { VALIDATION_PAGE, validationPage } from './validation-page.ts';

const folder = join(process.env.UFUQ_REFERENCE ?? '../shared/reference', 'itu');
const isHere = existsSync(folder);
if (!isHere) console.log(`skipped: the ITU-R validation examples are not at ${folder}`);

test.skipIf(!isHere)('every published example agrees within 1e-6 dB, intermediates included', async () => {
  const outcomes = await verifyItu(folder);
  for (const { set, passed, total, failures } of outcomes) {
    expect(failures, set).toEqual([]);
    expect(passed).toBe(total);
    expect(total).toBeGreaterThan(20);
  }
  if (process.env.UFUQ_REFERENCE === undefined) {
    expect(readFileSync(VALIDATION_PAGE, 'utf8')).toBe(validationPage(outcomes));
  }
});
