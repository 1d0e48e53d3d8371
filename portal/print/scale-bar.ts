/** A round length of ground that a scale bar can show, and how many pixels it takes. */
export interface ScaleBar {
  readonly metres: number;
  readonly pixels: number;
}

/** The longest of 1, 2 or 5 times a power of ten metres that takes no more than so many pixels. */
export function scaleBar(metresPerPixel: number, mostPixels: number): ScaleBar {
  const most = metresPerPixel * mostPixels;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2, 1].find((factor) => factor * power <= most) ?? 1);
  return { metres, pixels: metres / metresPerPixel };
}

/** Denominator of the scale, to two digits: 1 : 250 000. */
export function scaleOf(metresPerPixel: number, pixelsPerMetre: number): number {
  const scale = metresPerPixel * pixelsPerMetre;
  const power = 10 ** (Math.floor(Math.log10(scale)) - 1);
  return Math.round(scale / power) * power;
}
