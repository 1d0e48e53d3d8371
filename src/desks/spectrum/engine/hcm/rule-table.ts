/** How well a row is known: A read in an official source, B from memory of the norm, C unsure. */
export type Grade = 'A' | 'B' | 'C';

/** One band of an agreement: what may stand at the border, how far stations count, what power is the reference. */
export interface BandRule {
  readonly fromMHz: number;
  readonly toMHz: number;
  /** permissible interference field at 10 m above ground, dB(µV/m) */
  readonly fieldDbuV: number;
  readonly rangeKm: number;
  /** e.r.p. that needs no coordination beyond the range, dBW */
  readonly referenceErpDbW: number;
}

/** A versioned table of limits; agreements hand in their own, the engine keeps none of its own as a constant. */
export interface RuleTable {
  readonly id: string;
  readonly version: string;
  readonly source: string;
  readonly grade: Grade;
  readonly rxHeightM: number;
  readonly timePercent: number;
  /** the percentage where a channel is occupied continuously */
  readonly continuousTimePercent: number;
  readonly bands: readonly BandRule[];
}

/** The rule for a frequency; undefined where the table has none. */
export function ruleFor(table: RuleTable, frequencyMHz: number): BandRule | undefined {
  return table.bands.find(({ fromMHz, toMHz }) => frequencyMHz >= fromMHz && frequencyMHz <= toMHz);
}

/**
 * Wideband digital emissions to 470 MHz may be stronger in proportion to their bandwidth.
 *
 * @param slope 6 in HCM program version 7.16, 10 in T/R 25-08: the norms differ, so the agreement says which
 * @returns dB to add to the permissible field
 */
export function widebandAllowanceDb(bandwidthKHz: number, slope: 6 | 10): number {
  return bandwidthKHz <= 25 ? 0 : slope * Math.log10(bandwidthKHz / 25);
}
