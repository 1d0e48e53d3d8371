const C0 = 2.515516698;
const C1 = 0.802853;
const C2 = 0.010328;
const D1 = 1.432788;
const D2 = 0.189269;
const D3 = 0.001308;

/** ξ(x) − T(x) for 0 < x ≤ 0.5: minus the inverse complementary cumulative normal distribution. */
function lowerTail(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(probability));
  return ((C2 * t + C1) * t + C0) / (((D3 * t + D2) * t + D1) * t + 1) - t;
}

/**
 * The approximation that P.1812 (Attachment 2) and P.452 (Attachment 3) prescribe, and not a better one, so that
 * results agree to the millionth of a decibel.
 *
 * @param probability a fraction strictly between 0 and 1; clamped to [1e-6, 1 − 1e-6] as the Recommendations do.
 * @returns I(x), the inverse complementary cumulative normal distribution: positive below 0.5, negative above.
 */
export function inverseComplementaryNormal(probability: number): number {
  const x = Math.min(Math.max(probability, 1e-6), 1 - 1e-6);
  return x <= 0.5 ? -lowerTail(x) : lowerTail(1 - x);
}
