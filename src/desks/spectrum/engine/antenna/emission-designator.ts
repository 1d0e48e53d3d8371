const UNITS: Readonly<Record<string, number>> = { H: 0.001, K: 1, M: 1000, G: 1_000_000 };

/**
 * Necessary bandwidth of an emission as Radio Regulations Appendix 1 writes it: four characters, the unit letter in
 * the place of the decimal point (16K0F3E, 8M00G7W, 400HA1A).
 *
 * @returns kHz
 * @throws RangeError naming the form that is needed
 */
export function necessaryBandwidthKHz(designator: string): number {
  const text = designator.trim().toUpperCase().slice(0, 4);
  const match = /^(\d*)([HKMG])(\d*)$/.exec(text);
  if (match === null || text.length !== 4 || (match[1] === '' && match[3] === '')) {
    throw new RangeError(
      `${designator}: an emission begins with its bandwidth in four characters, such as 16K0F3E or 8M00G7W`,
    );
  }
  return Number(`${match[1] || '0'}.${match[3] || '0'}`) * UNITS[match[2]!]!;
}
