import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyReading } from './geodata.ts';

const folder = join(process.env.UFUQ_REFERENCE ?? '../shared/reference', 'geodata');
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: no reference data at ${folder}`);

it.skipIf(!isThere)(
  'reads the reference files as GDAL does, and says what is wrong with the broken ones',
  async () => {
    const { passed, total, failures } = await verifyReading(folder);
    expect(failures).toEqual([]);
    expect(passed).toBe(total);
    expect(total).toBeGreaterThan(10);
  },
  120_000,
);
