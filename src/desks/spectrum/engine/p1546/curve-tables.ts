import { COLD_100_1 } from './curves/cold-100-1.ts';
import { COLD_100_10 } from './curves/cold-100-10.ts';
import { COLD_600_1 } from './curves/cold-600-1.ts';
import { COLD_600_10 } from './curves/cold-600-10.ts';
import { COLD_2000_1 } from './curves/cold-2000-1.ts';
import { COLD_2000_10 } from './curves/cold-2000-10.ts';
import { LAND_100_1 } from './curves/land-100-1.ts';
import { LAND_100_10 } from './curves/land-100-10.ts';
import { LAND_100_50 } from './curves/land-100-50.ts';
import { LAND_600_1 } from './curves/land-600-1.ts';
import { LAND_600_10 } from './curves/land-600-10.ts';
import { LAND_600_50 } from './curves/land-600-50.ts';
import { LAND_2000_1 } from './curves/land-2000-1.ts';
import { LAND_2000_10 } from './curves/land-2000-10.ts';
import { LAND_2000_50 } from './curves/land-2000-50.ts';
import { SEA_100_50 } from './curves/sea-100-50.ts';
import { SEA_600_50 } from './curves/sea-600-50.ts';
import { SEA_2000_50 } from './curves/sea-2000-50.ts';
import { WARM_100_1 } from './curves/warm-100-1.ts';
import { WARM_100_10 } from './curves/warm-100-10.ts';
import { WARM_600_1 } from './curves/warm-600-1.ts';
import { WARM_600_10 } from './curves/warm-600-10.ts';
import { WARM_2000_1 } from './curves/warm-2000-1.ts';
import { WARM_2000_10 } from './curves/warm-2000-10.ts';

/** The tabulated field strengths of P.1546-6 (Figures 1 to 24), from 1 to 1000 km for eight heights. */
export const CURVE_TABLES: Readonly<Record<string, Float64Array>> = {
  'cold-100-1': parse(COLD_100_1),
  'cold-100-10': parse(COLD_100_10),
  'cold-2000-1': parse(COLD_2000_1),
  'cold-2000-10': parse(COLD_2000_10),
  'cold-600-1': parse(COLD_600_1),
  'cold-600-10': parse(COLD_600_10),
  'land-100-1': parse(LAND_100_1),
  'land-100-10': parse(LAND_100_10),
  'land-100-50': parse(LAND_100_50),
  'land-2000-1': parse(LAND_2000_1),
  'land-2000-10': parse(LAND_2000_10),
  'land-2000-50': parse(LAND_2000_50),
  'land-600-1': parse(LAND_600_1),
  'land-600-10': parse(LAND_600_10),
  'land-600-50': parse(LAND_600_50),
  'sea-100-50': parse(SEA_100_50),
  'sea-2000-50': parse(SEA_2000_50),
  'sea-600-50': parse(SEA_600_50),
  'warm-100-1': parse(WARM_100_1),
  'warm-100-10': parse(WARM_100_10),
  'warm-2000-1': parse(WARM_2000_1),
  'warm-2000-10': parse(WARM_2000_10),
  'warm-600-1': parse(WARM_600_1),
  'warm-600-10': parse(WARM_600_10),
};

/** Heights of the transmitting antenna for which there are curves, m. */
export const CURVE_HEIGHTS_M = Float64Array.of(10, 20, 37.5, 75, 150, 300, 600, 1200);

/** Distances of the tables, km: P.1546-6 Annex 5 Table 1. */
export const CURVE_DISTANCES_KM = Float64Array.from([
  ...steps(1, 20, 1),
  ...steps(25, 100, 5),
  ...steps(110, 200, 10),
  ...steps(225, 1000, 25),
]);

function steps(from: number, to: number, by: number): number[] {
  return Array.from({ length: (to - from) / by + 1 }, (_, i) => from + i * by);
}

/** Rows of ten-thousandths of a decibel, row-major, eight heights a distance. */
function parse(rows: string): Float64Array {
  const values = Float64Array.from(rows.trim().split(/\s+/), (text) => Number(text) / 10_000);
  if (values.length !== 78 * 8) throw new Error(`a curve table has ${values.length} entries instead of 624`);
  return values;
}
