import type { Geometry } from 'geojson';
import { structureFault } from '../geo/geometry-structure.ts';
import { lostCharacters } from './lost-characters.ts';
import type { ReadProblem, SourceRecord } from './source.ts';

/** One record as every reader gives it: geometry held against its structure, text against characters that were lost. */
export function checkedRecord(
  row: number,
  id: string | undefined,
  properties: Record<string, unknown>,
  geometry: unknown,
  earlier?: ReadProblem[],
): SourceRecord {
  let problems = earlier;
  let kept: Geometry | null = (geometry ?? null) as Geometry | null;
  if (kept !== null) {
    const fault = structureFault(kept);
    if (fault) {
      const { code, params, isRepairable } = fault;
      const problem: ReadProblem = {
        row,
        code,
        severity: 'error',
        params,
        ...(isRepairable ? { isRepairable } : {}),
      };
      problems = [...(problems ?? []), problem];
      if (!isRepairable) kept = null;
    }
  }
  const lost = lostCharacters(properties, row);
  if (lost) problems = [...(problems ?? []), ...lost];
  if (problems === undefined && id !== undefined) return { row, id, properties, geometry: kept };
  return {
    row,
    ...(id === undefined ? {} : { id }),
    properties,
    geometry: kept,
    ...(problems ? { problems } : {}),
  };
}
