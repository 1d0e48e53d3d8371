import type { MultiPolygon, Position } from 'geojson';
import { signedArea } from '../../../src/kernel/generate/plane.ts';

/** Rounds to `digits` decimals, drops repeated positions and collapsed rings, and turns rings as RFC 7946 asks. */
export function tidy({ coordinates }: MultiPolygon, digits: number): MultiPolygon {
  const polygons = coordinates
    .map((rings) =>
      rings
        .map((ring, index) => wound(rounded(ring, digits), index === 0))
        .filter((ring, index) => ring.length >= 4 || index === 0),
    )
    .filter((rings) => rings[0]!.length >= 4 && signedArea(rings[0]!) !== 0)
    .sort((a, b) => signedArea(b[0]!) - signedArea(a[0]!));
  return { type: 'MultiPolygon', coordinates: polygons };
}

export function rounded(line: readonly Position[], digits: number): Position[] {
  const factor = 10 ** digits;
  const at = (value: number): number => Math.round(value * factor) / factor;
  return line
    .map(([x, y]) => [at(x!), at(y!)])
    .filter(([x, y], i, all) => i === 0 || x !== all[i - 1]![0] || y !== all[i - 1]![1]);
}

function wound(ring: Position[], isOuter: boolean): Position[] {
  return signedArea(ring) > 0 === isOuter ? ring : ring.toReversed();
}
