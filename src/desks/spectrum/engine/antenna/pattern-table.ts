/** Attenuation of an antenna against angle: pairs in ascending angle, attenuation 0 in the best direction. */
export interface PatternTable {
  /** degrees, ascending, within one turn */
  readonly angleDeg: Float64Array;
  /** dB below the maximum, never negative */
  readonly attenuationDb: Float64Array;
}

/**
 * Sorts a pattern and shifts it so that its least attenuation is zero; gains (negative attenuations) may be given.
 *
 * @throws RangeError where there is no pair or a number is not finite
 */
export function normalisePattern(pairs: readonly (readonly [number, number])[]): PatternTable {
  if (pairs.length === 0) throw new RangeError('a pattern needs at least one pair of angle and attenuation');
  const byAngle = new Map<number, number>();
  for (const [angle, attenuation] of pairs) {
    if (!Number.isFinite(angle) || !Number.isFinite(attenuation)) {
      throw new RangeError(`a pattern needs finite numbers; got angle ${angle}, attenuation ${attenuation}`);
    }
    byAngle.set(((angle % 360) + 360) % 360, attenuation);
  }
  const sorted = [...byAngle].sort((a, b) => a[0] - b[0]);
  const least = sorted.reduce((low, [, attenuation]) => Math.min(low, attenuation), Number.POSITIVE_INFINITY);
  return {
    angleDeg: Float64Array.from(sorted, ([angle]) => angle),
    attenuationDb: Float64Array.from(sorted, ([, attenuation]) => attenuation - least),
  };
}

/** Attenuation at any angle by linear interpolation around the circle, dB. */
export function patternAttenuationDb(pattern: PatternTable, angleDeg: number): number {
  const { angleDeg: angles, attenuationDb } = pattern;
  const count = angles.length;
  if (count === 1) return attenuationDb[0]!;
  const at = ((angleDeg % 360) + 360) % 360;
  let high = angles.findIndex((angle) => angle >= at);
  if (high < 0) high = 0;
  const low = (high + count - 1) % count;
  const span = (angles[high]! - angles[low]! + 360) % 360 || 360;
  const t = ((at - angles[low]! + 360) % 360) / span;
  return attenuationDb[low]! + (attenuationDb[high]! - attenuationDb[low]!) * t;
}
