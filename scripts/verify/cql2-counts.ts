import { join } from 'node:path';
import { administrator } from '../../src/kernel/access/caller.ts';
import { parseFilter } from '../../src/kernel/query/filter.ts';
import { scopeOf } from '../../src/kernel/register/queryables.ts';
import { importFile } from '../../src/kernel/transfer/import-file.ts';
import { verifyCounts } from '../../test/conformance/cql2/counts.ts';
import type { Engine } from './engines.ts';
import type { Outcome } from './outcome.ts';

/** Imports the GeoPackage of the set as an operator would, then counts what each filter finds. */
export async function verifyCql2Counts(folder: string, { name, services }: Engine): Promise<Outcome> {
  const { registry, reader } = services;
  const set = `cql2 counts (${name})`;
  const { outcome, findings } = await importFile(services, {
    path: join(folder, 'cql2', 'ne110m4cql2.gpkg'),
    caller: administrator,
    limits: { maxVertices: 1_000_000 },
  });
  if (outcome !== 'imported')
    return {
      set,
      passed: 0,
      total: 1,
      failures: [`import ${outcome}: ${JSON.stringify(findings.slice(0, 3))}`],
    };
  const count = async (collection: string, text: string) => {
    const register = registry.require(collection);
    const scope = scopeOf(register, { fields: register.fields });
    const filter = parseFilter(text, 'cql2-text', scope);
    return (await reader.count({ register: collection, caller: administrator, filter })).count;
  };
  return await verifyCounts(folder, count, set);
}
