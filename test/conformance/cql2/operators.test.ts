import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseFilter } from '../../../src/kernel/query/filter.ts';
import { compilePredicate, preparePredicates } from '../../../src/kernel/query/to-predicate.ts';
import { operatorScope } from './operator-scope.ts';
import { readOperatorRecords, verifyOperators } from './operators.ts';
import { referenceFolder } from './reference.ts';

const folder = referenceFolder();
if (!folder) console.log('skipped: no CQL2 reference data (set UFUQ_REFERENCE)');

describe.skipIf(!folder)('published CQL2 operators, in memory', () => {
  beforeAll(preparePredicates);

  it('find exactly the expected records', async () => {
    const records = readOperatorRecords(folder!).map(({ geom, ...properties }) => ({
      properties,
      geometry: geom as Geometry,
    }));
    const result = await verifyOperators(folder!, async (filter) => {
      const test = compilePredicate(parseFilter(filter, 'cql2-text', operatorScope), operatorScope);
      return records
        .filter((record) => test(record) === true)
        .map((record) => String(record.properties.intfield));
    });
    expect(result.failures).toEqual([]);
    expect(result.total).toBeGreaterThan(100);
  });
});
