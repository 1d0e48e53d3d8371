import type { Geometry } from 'geojson';
import { isGeographic } from '../geo/crs-definition.ts';
import { type Box, rangeFaults, swappedFault } from '../geo/geometry-range.ts';
import { structureFault } from '../geo/geometry-structure.ts';
import { isSurelyValid } from '../geo/geometry-validity.ts';
import { loadGeos } from './geos.ts';
import type { ReadProblem } from './source.ts';

export interface InspectionOptions {
  /** System of the coordinates; bounds are only known for geographic ones. */
  readonly epsg: number;
  /** Where the records of the register are expected, in the same system. */
  readonly area?: Box;
}

/**
 * What is wrong with a geometry whose structure is sound (the reader has told where it is not): off the earth, axes exchanged, not valid. GEOS is asked only
 * where our own check is not sure. Coordinates off the earth cannot be repaired, an invalid polygon can.
 */
export async function inspectGeometry(
  geometry: Geometry,
  row: number,
  options: InspectionOptions,
): Promise<ReadProblem[]> {
  const problems: ReadProblem[] = [];
  if (structureFault(geometry)) return problems;
  if (isGeographic(options.epsg)) {
    for (const { code, params } of rangeFaults(geometry)) {
      problems.push({
        row,
        code,
        params,
        severity: code === 'coordinate-out-of-range' ? 'error' : 'warning',
      });
    }
  }
  const swapped = problems.length === 0 && options.area ? swappedFault(geometry, options.area) : undefined;
  if (swapped) problems.push({ row, code: swapped.code, params: swapped.params, severity: 'warning' });
  const reason = isSurelyValid(geometry) ? undefined : await invalidReason(geometry);
  if (reason !== undefined) {
    problems.push({
      row,
      code: 'geometry-invalid',
      severity: 'error',
      isRepairable: true,
      params: explained(reason),
    });
  }
  return problems;
}

/** GEOS's reason, undefined where the geometry is valid after all. */
export async function invalidReason(geometry: Geometry): Promise<string | undefined> {
  const geos = await loadGeos();
  try {
    return geos.invalidReason(geometry);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** `Self-intersection[49.05 40.05]` in two parts: what, and where. */
function explained(text: string): Record<string, string> {
  const match = /^(.*?)\s*\[(.*)\]$/.exec(text);
  return { reason: match?.[1] ?? text, place: (match?.[2] ?? '').replace(' ', ', ') };
}
