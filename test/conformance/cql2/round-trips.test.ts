import { describe, expect, it } from 'vitest';
import { referenceFolder } from './reference.ts';
import { verifyRoundTrips } from './round-trips.ts';

const folder = referenceFolder();
if (!folder) console.log('skipped: no CQL2 reference data (set UFUQ_REFERENCE)');

describe.skipIf(!folder)('published CQL2 expressions', () => {
  it('all parse and survive text -> JSON -> text -> JSON', async () => {
    const result = await verifyRoundTrips(folder!);
    expect(result.failures).toEqual([]);
    expect(result.total).toBeGreaterThan(50);
  });
});
