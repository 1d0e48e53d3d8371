import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRoundTrips } from '../../test/conformance/cql2/round-trips.ts';
import { verifyReading } from '../../test/conformance/geodata.ts';
import { verifyItu } from '../../test/conformance/itu.ts';
import { verifyGeodata } from '../../test/conformance/transfer.ts';
import { verifyCql2Counts } from './cql2-counts.ts';
import { verifyCql2Operators } from './cql2-operators.ts';
import { engines } from './engines.ts';
import type { Outcome } from './outcome.ts';

/** Runs every reference set that is found in `folder`, the quick ones first; what is absent says so in a line. */
export async function* verifySets(folder: string): AsyncGenerator<Outcome> {
  const has = (name: string) => {
    const isThere = existsSync(join(folder, name));
    if (!isThere) console.log(`skipped: ${name} (not in ${folder})`);
    return isThere;
  };
  if (has('itu')) yield* await verifyItu(join(folder, 'itu'));
  if (has('geodata')) yield await verifyReading(join(folder, 'geodata'));
  const hasCql2 = has('cql2');
  if (hasCql2) yield await verifyRoundTrips(folder);
  for await (const engine of engines()) {
    try {
      if (hasCql2) {
        yield await verifyCql2Operators(folder, engine);
        yield await verifyCql2Counts(folder, engine);
      }
      if (existsSync(join(folder, 'geodata'))) yield await verifyGeodata(folder, engine.services);
    } finally {
      await engine.close();
    }
  }
}
