import type { PackedRow } from './packed-row.ts';

/** A row that changed since the base was packed: the same as in the base, as bytes in memory. */
export interface ChangedRow extends Omit<PackedRow, 'feature' | 'shape'> {
  readonly feature: Buffer;
  /** EWKB. */
  readonly shape: Buffer;
}

export function changedRow(row: PackedRow): ChangedRow {
  return { ...row, feature: Buffer.from(row.feature), shape: Buffer.from(row.shape, 'hex') };
}
