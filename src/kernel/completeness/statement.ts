import type { Geometry } from 'geojson';

/** Id of the register that holds the statements; its fields are those of `Statement`. */
export const statementsRegister = 'completeness-statements';

/** "Register R is complete, in this area, from … to …, says this custodian on this basis." */
export interface Statement {
  readonly id: string;
  /** Half-open period that it speaks of, milliseconds; infinite where it is open. */
  readonly from: number;
  readonly to: number;
  /** Polygons in longitude/latitude; null speaks of everywhere. */
  readonly area: Geometry | null;
  /** Id of the organisation that answers for it. */
  readonly custodian: string;
  /** Text by language. */
  readonly basis: Readonly<Record<string, string>>;
  /** Ids of documents (SHA-256 of their bytes). */
  readonly evidence: readonly string[];
  readonly source: string | null;
  readonly label: string | null;
}
