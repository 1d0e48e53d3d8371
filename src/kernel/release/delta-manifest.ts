import { canonicalJson } from '../log/canonical-json.ts';
import type { DeltaOperation } from './delta-line.ts';

export const deltaType = 'ufuq-delta/1';
export const deltaFile = 'delta.geojsonl';

/** What happened to a register from one release to another. */
export interface DeltaRegister extends Readonly<Record<DeltaOperation, number>> {
  readonly id: string;
  /** SHA-256 of the records file in each release; null where the register is not in it. */
  readonly older: string | null;
  readonly newer: string | null;
}

/** What a delta is: which two releases it leads between, and its file by its hash. */
export interface DeltaManifest {
  readonly type: typeof deltaType;
  readonly origin: string;
  /** Ids of the releases. */
  readonly older: string;
  readonly newer: string;
  readonly registers: readonly DeltaRegister[];
  readonly file: {
    readonly name: typeof deltaFile;
    readonly mediaType: string;
    readonly bytes: number;
    readonly sha256: string;
  };
}

export function deltaManifestText(manifest: DeltaManifest): string {
  return `${canonicalJson(manifest)}\n`;
}
