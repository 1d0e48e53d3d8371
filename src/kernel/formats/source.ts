import type { Geometry } from 'geojson';
import type { Field, GeometryKind } from '../register/declaration.ts';

/** How a file is opened. Formats need random access, so an upload is first written to a path. */
export interface SourceOptions {
  readonly path: string;
  /** Name of the file as the sender called it, where the path is a temporary one: its extension is a hint. */
  readonly name?: string;
  /** Only this layer is of interest; readers may then skip looking at the others. */
  readonly layer?: string;
  /** Character set that overrides what the file says of itself, for example `windows-1254`. */
  readonly encoding?: string;
  /** Separator of a CSV file, where sniffing it should not be relied on. */
  readonly delimiter?: string;
  /** Types that columns are wanted in, by name: formats that hold only text (CSV) then do not guess them. */
  readonly fieldTypes?: Readonly<Record<string, Field['type']>>;
  readonly signal?: AbortSignal;
}

/** A column found in a file: name in its own case, type kept. */
export interface SourceField {
  readonly name: string;
  readonly type: Field['type'];
  readonly items?: Field['items'];
}

/** Reference system as the file names it: an EPSG code, a WKT definition, or both. */
export interface SourceCrs {
  readonly epsg?: number;
  readonly wkt?: string;
}

export interface SourceLayer {
  readonly name: string;
  readonly fields: readonly SourceField[];
  readonly geometry: GeometryKind | null;
  /**
   * Column that record ids were taken from. It stays among `fields` and `properties`: a register that has no such field
   * of its own leaves it out.
   */
  readonly idField?: string;
  /** Undefined where the file does not say; a person must then name it (`--crs`). */
  readonly crs?: SourceCrs;
  /** Exact count of records where the file states it; undefined where only reading it all would tell. */
  readonly featureCount?: number;
  /**
   * True where fields and geometry kind were derived from a sample and not from a schema in the file:
   * a later record may hold a value that does not fit.
   */
  readonly isSampled?: boolean;
  readonly warnings?: readonly ReadProblem[];
}

/** Something wrong with one record, or with a layer or file as a whole (`row` undefined). */
export interface ReadProblem {
  /** 1-based ordinal of the record in its layer. */
  readonly row?: number;
  /** Stable kebab-case code with a sentence in `formatsMessages`. */
  readonly code: ReadProblemCode;
  /** An `error` refuses the record; a `warning` tells what a person should look at. */
  readonly severity: 'warning' | 'error';
  /** True where `repairGeometry` can put it right; the record then still carries its geometry. */
  readonly isRepairable?: boolean;
  /** What the sentence needs: the value found, the field, what would be right. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface SourceRecord {
  readonly row: number;
  /** Identifier that the file itself gives the record: a feature id, a primary key. */
  readonly id?: string;
  readonly properties: Record<string, unknown>;
  /** In the layer's reference system, longitude/easting first whatever order the file uses. */
  readonly geometry: Geometry | null;
  readonly problems?: readonly ReadProblem[];
}

/** An open file: its layers, and their records in batches that keep memory flat. */
export interface Source {
  readonly format: string;
  layers(): Promise<readonly SourceLayer[]>;
  /**
   * Records of one layer in file order. A record that cannot be used carries its `problems` and the stream goes on.
   * @throws SourceError where the file cannot be read further (truncated, layer missing, cancelled).
   */
  records(layer: string): AsyncIterable<readonly SourceRecord[]>;
  /** Share of the file read so far by the latest `records` call, 0..1. */
  progress(): number;
  close(): Promise<void>;
}

/** What can be wrong with a record or a layer; each has a sentence under `problem.<code>` in every language. */
export type ReadProblemCode =
  | 'not-json'
  | 'not-a-feature'
  | 'not-utf8'
  | 'characters-lost'
  | 'encoding-lacks-letters'
  | 'coordinate-not-a-number'
  | 'coordinate-out-of-range'
  | 'axes-swapped-suspected'
  | 'geometry-malformed'
  | 'geometry-type-unknown'
  | 'geometry-type-unsupported'
  | 'geometry-invalid'
  | 'geometry-not-decoded'
  | 'ring-not-closed'
  | 'too-few-points'
  | 'value-not-of-type'
  | 'columns-missing'
  | 'columns-too-many'
  | 'crs-assumed'
  | 'crs-missing'
  | 'crs-unknown'
  | 'attributes-missing'
  | 'index-missing'
  | 'record-unreadable';

/** Why a file as a whole cannot be read; each has a sentence under `file.<code>` in every language. */
export type SourceErrorCode =
  | 'file-not-found'
  | 'file-empty'
  | 'file-truncated'
  | 'file-damaged'
  | 'format-unknown'
  | 'layer-not-found'
  | 'no-layers'
  | 'encoding-unknown'
  | 'not-utf8-file'
  | 'not-json-file'
  | 'not-geojson'
  | 'archive-too-large'
  | 'archive-without-data'
  | 'part-missing'
  | 'record-too-large'
  | 'cancelled';

/** A failure of the file as a whole: nothing after it can be trusted. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: SourceErrorCode,
    params: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    const detail = Object.entries(params).map(([key, value]) => `${key}=${value}`);
    super(
      `${code}${detail.length > 0 ? ` (${detail.join(', ')})` : ''}`,
      cause === undefined ? {} : { cause },
    );
    this.name = 'SourceError';
    this.code = code;
    this.params = params;
  }
}
