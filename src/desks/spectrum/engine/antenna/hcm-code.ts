/** Linear radiation r(α) of an HCM pattern, from cos α; `lead` is the number before the letters. */
type Shape = (cosine: number, lead: number, alphaDeg: number) => number;

const RAD = Math.PI / 180;

/** Ellipses of EA, EB, EC: the three differ by where the antenna stands in the ellipse (c = 1, 0.8, 0.6). */
function ellipse(c: number): Shape {
  const focus = 2 - c;
  return (cosine, lead) => {
    const half = Math.cos(lead * RAD);
    const square = focus * focus;
    const b = ((square / 2) * (1 - half * half)) / (square - (Math.SQRT2 * half - c) ** 2);
    const root = Math.sqrt(Math.max(b * (b - (1 - c)) * cosine * cosine + (1 - c) * b, 0));
    return (2 * c * b * cosine + 2 * focus * root) / ((4 * b - square) * cosine * cosine + square);
  };
}

/** Two ellipses back to back. */
const doubleEllipse: Shape = (cosine, lead) => {
  const half = Math.cos(lead * RAD);
  const b = (1 - half * half) / (2 - (2 * half - Math.SQRT2) ** 2);
  return Math.abs((4 * b * cosine) / ((4 * b - 1) * cosine * cosine + 1));
};

/** Cassini ovals with two, three or four leaves: CA, CB, CC. */
function oval(leaves: number): Shape {
  return (_, lead, alphaDeg) => {
    const b = (lead / 100) ** 2;
    const turned = (1 - b) * Math.cos(leaves * alphaDeg * RAD);
    return Math.sqrt(Math.max((turned + Math.sqrt(turned * turned + 4 * b)) / 2, 0));
  };
}

const cardioid: Shape = (cosine, lead) => {
  const b = lead / 100;
  const turned = (1 - b) * cosine;
  return (turned + Math.sqrt(turned * turned + 4 * b)) / 2;
};

const lobe: Shape = (_, lead, alphaDeg) => {
  const alpha = Math.abs(alphaDeg);
  if (alpha > 1.5 * lead) return 0;
  return Math.cos((1 - Math.cos(((Math.PI / 3) * alpha) / lead)) * (Math.PI / 2));
};

/** Cosine to the power that gives −3 dB at the leading number in tenths of a degree. */
const tapered: Shape = (cosine, lead) =>
  cosine > 0 ? cosine ** (-0.1505 / Math.log10(Math.cos((lead / 10) * RAD))) : 0;

const SHAPES: Readonly<Record<string, readonly [least: number, most: number, shape: Shape]>> = {
  EA: [1, 65, ellipse(1)],
  EB: [1, 79, ellipse(0.8)],
  EC: [1, 96, ellipse(0.6)],
  DE: [1, 65, doubleEllipse],
  LA: [1, 120, lobe],
  KA: [0, 100, cardioid],
  CA: [0, 100, oval(2)],
  CB: [0, 100, oval(3)],
  CC: [0, 100, oval(4)],
  TA: [1, 890, tapered],
};

/**
 * Attenuation of an antenna given by its seven-character HCM code (HCM Agreement Annex 6, CEPT T/R 25-08), such as
 * 000ND00 (round) or 045EA10 (half-power at 45°, nowhere less than 10 % of the field ahead).
 *
 * @param angleDeg off the main direction
 * @returns dB, from 0 to 40
 * @throws RangeError for a code that is none; the compound codes V and W are not supported and are named as such
 */
export function hcmAttenuationDb(code: string, angleDeg: number): number {
  const match = /^(\d{3})([A-Z]{2})(\d{2})$/.exec(code);
  if (match === null) throw new RangeError(`${code}: an HCM antenna code is like 000ND00 or 045EA10`);
  const letters = match[2]!;
  if (letters === 'ND') return 0;
  const known = SHAPES[letters];
  if (known === undefined) {
    throw new RangeError(
      `${code}: known are ND, ${Object.keys(SHAPES).join(', ')}; V and W codes are not supported`,
    );
  }
  const lead = Number(match[1]);
  const [least, most, shape] = known;
  if (lead < least || lead > most)
    throw new RangeError(`${code}: ${letters} takes ${least} to ${most}, not ${lead}`);
  const alpha = ((((angleDeg + 180) % 360) + 360) % 360) - 180;
  const floor = Math.max(Number(match[3]) / 100, 0.01);
  const radiation = Math.min(Math.max(shape(Math.cos(alpha * RAD), lead, alpha), floor), 1);
  return -20 * Math.log10(radiation);
}
