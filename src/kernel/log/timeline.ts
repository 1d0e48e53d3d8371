/** A stretch of valid time, in milliseconds since 1970; unbounded ends are infinite. Half-open: [from, to). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What an assertion over `stretch` does to the rows known so far: which it closes, and what is left of them. */
export interface Overlay<Row extends Stretch> {
  readonly closed: readonly Row[];
  /** Parts of closed rows that the assertion does not cover; they go on saying what the row said. */
  readonly remainders: readonly { readonly row: Row; readonly stretch: Stretch }[];
}

/**
 * Lays a new assertion over the known rows of one record. The rows of a record never overlap in valid time,
 * and after closing the touched ones, adding the remainders and the assertion itself they still do not.
 */
export function overlay<Row extends Stretch>(known: readonly Row[], stretch: Stretch): Overlay<Row> {
  const closed = known.filter((row) => row.from < stretch.to && row.to > stretch.from);
  const remainders = closed.flatMap((row) => {
    const parts = [];
    if (row.from < stretch.from) parts.push({ row, stretch: { from: row.from, to: stretch.from } });
    if (row.to > stretch.to) parts.push({ row, stretch: { from: stretch.to, to: row.to } });
    return parts;
  });
  return { closed, remainders };
}
