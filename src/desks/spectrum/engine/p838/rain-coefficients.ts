/** Sums of Gaussians in log f: rows of a, b, c; then slope m and constant. P.838-3 Tables 1 to 4. */
interface Fit {
  readonly terms: readonly (readonly [a: number, b: number, c: number])[];
  readonly slope: number;
  readonly constant: number;
}

const K_H: Fit = {
  terms: [
    [-5.3398, -0.10008, 1.13098],
    [-0.35351, 1.2697, 0.454],
    [-0.23789, 0.86036, 0.15354],
    [-0.94158, 0.64552, 0.16817],
  ],
  slope: -0.18961,
  constant: 0.71147,
};
const K_V: Fit = {
  terms: [
    [-3.80595, 0.56934, 0.81061],
    [-3.44965, -0.22911, 0.51059],
    [-0.39902, 0.73042, 0.11899],
    [0.50167, 1.07319, 0.27195],
  ],
  slope: -0.16398,
  constant: 0.63297,
};
const ALPHA_H: Fit = {
  terms: [
    [-0.14318, 1.82442, -0.55187],
    [0.29591, 0.77564, 0.19822],
    [0.32177, 0.63773, 0.13164],
    [-5.3761, -0.9623, 1.47828],
    [16.1721, -3.2998, 3.4399],
  ],
  slope: 0.67849,
  constant: -1.95537,
};
const ALPHA_V: Fit = {
  terms: [
    [-0.07771, 2.3384, -0.76284],
    [0.56727, 0.95545, 0.54039],
    [-0.20238, 1.1452, 0.26809],
    [-48.2991, 0.791669, 0.116226],
    [48.5833, 0.791459, 0.116479],
  ],
  slope: -0.053739,
  constant: 0.83433,
};

function evaluate(fit: Fit, logF: number): number {
  const sum = fit.terms.reduce((total, [a, b, c]) => total + a * Math.exp(-(((logF - b) / c) ** 2)), 0);
  return sum + fit.slope * logF + fit.constant;
}

/** k and α of γ = k R^α. */
export interface RainCoefficients {
  readonly k: number;
  readonly alpha: number;
}

/**
 * How rain of a given rate attenuates, for any polarisation and elevation.
 *
 * @param frequencyGHz 1 to 1000 GHz
 * @param elevationDeg path elevation, degrees
 * @param tiltDeg polarisation tilt from horizontal: 0 horizontal, 90 vertical, 45 circular
 * @returns Rec. ITU-R P.838-3 eqs. (2)–(5)
 */
export function rainCoefficients(
  frequencyGHz: number,
  elevationDeg: number,
  tiltDeg: number,
): RainCoefficients {
  const logF = Math.log10(frequencyGHz);
  const kH = 10 ** evaluate(K_H, logF);
  const kV = 10 ** evaluate(K_V, logF);
  const aH = evaluate(ALPHA_H, logF);
  const aV = evaluate(ALPHA_V, logF);
  const rad = Math.PI / 180;
  const mix = Math.cos(elevationDeg * rad) ** 2 * Math.cos(2 * tiltDeg * rad);
  const k = (kH + kV + (kH - kV) * mix) / 2;
  return { k, alpha: (kH * aH + kV * aV + (kH * aH - kV * aV) * mix) / (2 * k) };
}

/** γR in dB/km for a rain rate in mm/h: P.838-3 eq. (1). */
export function rainAttenuationDbPerKm(coefficients: RainCoefficients, rainMmPerH: number): number {
  return coefficients.k * rainMmPerH ** coefficients.alpha;
}
