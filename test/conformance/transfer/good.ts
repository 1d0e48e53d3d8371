import { administrator } from '../../../src/kernel/access/caller.ts';
import { importFile } from '../../../src/kernel/transfer/import-file.ts';
import type { ImportServices } from '../../../src/kernel/transfer/import-request.ts';
import type { LayerReport } from '../../../src/kernel/transfer/report.ts';
import type { Check } from '../geodata/good.ts';
import { hasOgrinfo, type OgrLayer, ogrLayers, ogrLonLatExtent } from '../geodata/ogrinfo.ts';
import { exportAndBack } from './round-trip.ts';

export const limits = { maxVertices: 1_000_000 };

/** Imports a good file with `--create`, compares it with `ogrinfo`, sends it around every format, and drops it. */
export async function importGood(path: string, services: ImportServices): Promise<Check[]> {
  const report = await importFile(services, { path, caller: administrator, limits });
  const refused = report.findings.filter(({ kind }) => kind === 'refused');
  if (report.outcome !== 'imported')
    return [{ what: 'import', failure: `${report.outcome}: ${JSON.stringify(refused.slice(0, 5))}` }];
  try {
    const checks: Check[] = [{ what: 'import' }];
    const theirs = hasOgrinfo() ? ogrLayers(path) : undefined;
    for (const layer of report.layers) {
      const other = theirs?.find(({ name }) => name === layer.layer);
      checks.push(...(await compare(path, services, layer, other)));
      checks.push(...(await exportAndBack(services, layer.register)));
    }
    return checks;
  } finally {
    for (const { register } of report.layers) await services.registry.drop(register, 'verify');
  }
}

async function compare(
  path: string,
  { reader }: ImportServices,
  { layer, register, read, imported }: LayerReport,
  other: OgrLayer | undefined,
): Promise<Check[]> {
  const { count } = await reader.count({ register, caller: administrator });
  const expected = other?.count ?? read;
  const isWhole = imported === read && count === expected;
  const checks: Check[] = [
    isWhole
      ? { what: `${layer} count` }
      : {
          what: `${layer} count`,
          failure: `${count} instead of ${expected}, ${imported} of ${read} imported`,
        },
  ];
  const { bbox } = await reader.extent(register, administrator);
  if (!other?.extent || !bbox) return checks;
  const what = `${layer} extent`;
  const theirs = ogrLonLatExtent(path, layer);
  if (!theirs) return checks;
  const isNear = theirs.every((value, i) => Math.abs(value - bbox[i]!) <= 1e-6);
  checks.push(isNear ? { what } : { what, failure: `${bbox} where GDAL has ${theirs}` });
  return checks;
}
