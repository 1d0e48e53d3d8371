import { pointsOnLines } from '../../../src/desks/spectrum/engine/border/border-points.ts';
import { screenBorder } from '../../../src/desks/spectrum/engine/border/screening.ts';
import type { ScreeningTask } from '../../../src/desks/spectrum/engine/border/screening-task.ts';
import type { Station } from '../../../src/desks/spectrum/engine/border/station.ts';
import { fieldBoundDbuV } from '../../../src/desks/spectrum/engine/border/upper-bound.ts';
import { p1812 } from '../../../src/desks/spectrum/engine/p1812/p1812.ts';
import { P1812Result } from '../../../src/desks/spectrum/engine/p1812/result.ts';
import { makeGround, makeRandom } from './ground.ts';
import { MOBILE } from './links.ts';

const TASK: ScreeningTask = {
  points: pointsOnLines(
    [
      {
        name: 'border',
        coordinates: [
          [45.6, 40],
          [46.1, 40.12],
          [46.6, 39.95],
          [47.35, 40.05],
        ],
      },
    ],
    0.5,
  ),
  rxHeightM: 10,
  timePercent: 10,
  locationPercent: 50,
  deltaN: 38,
  surfaceN: 325,
  limitDbuV: 20,
  rangeKm: 100,
  profileStepKm: 0.09,
  find: 'worst',
};

/** 10,000 stations on both sides of a border stretch of about 150 km, against a goal of ten minutes on two cores. */
export async function benchScreening(args: readonly string[]): Promise<void> {
  const count = Number(args.find((arg) => arg.startsWith('--stations='))?.split('=')[1] ?? 10_000);
  const random = makeRandom(3);
  const stations: Station[] = Array.from({ length: count }, (_, i) => ({
    id: String(i),
    lon: 45.5 + 2 * random(),
    lat: 39.2 + 1.6 * random(),
    heightM: 15 + 60 * random(),
    frequencyMHz: [165, 430, 925][i % 3]!,
    erpDbW: 5 + 15 * random(),
    polarisation: 'vertical',
  }));
  const start = performance.now();
  const { outcomes } = await screenBorder(stations, TASK, makeGround());
  const seconds = (performance.now() - start) / 1000;
  const inRange = outcomes.reduce((sum, outcome) => sum + outcome.inRange, 0);
  const modelled = outcomes.reduce((sum, outcome) => sum + outcome.modelled, 0);
  const over = outcomes.filter((outcome) => (outcome.worst?.excessDb ?? 0) > 0).length;
  console.log(
    `screening ${count} stations × ${TASK.points.at(-1)!.atKm.toFixed(0)} km (${TASK.points.length} points): ` +
      `${seconds.toFixed(1)} s by the clock (goal 600: ${seconds < 600 ? 'reached' : 'NOT reached'}); ` +
      `${inRange} pairs in range, ${modelled} modelled, ${over} stations over the limit`,
  );
  if (args.includes('--bound')) boundAgainstModel(1_000_000);
}

/** The bound of stage one against the model on random paths; prints the smallest margin, which must not be negative. */
function boundAgainstModel(paths: number): void {
  const random = makeRandom(11);
  const result = new P1812Result();
  const count = 48;
  const distanceKm = new Float64Array(count);
  const terrainM = new Float64Array(count);
  let least = Number.POSITIVE_INFINITY;
  for (let n = 0; n < paths; n++) {
    const length = 0.3 * 1000 ** random();
    const relief = [0, 20, 300, 2500][n % 4]!;
    for (let i = 0; i < count; i++) {
      distanceKm[i] = (length * i) / (count - 1);
      terrainM[i] = relief * random();
    }
    const sea = n % 3 === 0 ? random() : 0;
    const frequencyGHz = 0.03 * 200 ** random();
    const timePercent = 50 ** random();
    const p = {
      ...MOBILE,
      frequencyGHz,
      timePercent,
      txHeightM: 1 + 500 * random() ** 3,
      isVertical: n % 2 === 0,
      deltaN: 20 + 60 * random(),
      latitudeDeg: 160 * random() - 80,
      seaFraction: sea,
      dctKm: 2,
      dcrKm: 4,
      longestLandKm: length * (1 - sea),
      longestInlandKm: length * (1 - sea) * random(),
    };
    const { Ep } = p1812({ distanceKm, terrainM, surfaceM: terrainM, count }, p, result);
    least = Math.min(least, fieldBoundDbuV(30, frequencyGHz * 1000, length, timePercent) - Ep);
  }
  console.log(
    `screening bound − model over ${paths.toLocaleString('en')} random paths: least margin ${least.toExponential(2)} dB ` +
      `(${least >= -1e-9 ? 'never below the model' : 'BELOW THE MODEL'})`,
  );
}
