import type { Geometry } from 'geojson';
import type { Field, GeometryKind } from '../register/declaration.ts';
import type { Loss } from './formats.ts';

/** A record as it leaves: property values as the register holds them, coordinates in the sink's CRS, x/y order. */
export interface SinkRecord {
  readonly id: string;
  readonly geometry: Geometry | null;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Valid time; an undefined bound is open. ISO 8601 dates or timestamps. */
  readonly time?: { readonly from?: string; readonly to?: string };
}

export interface SinkLayer {
  /** Layer, table or feature type name in the file. */
  readonly id: string;
  readonly title?: string;
  readonly fields: readonly Pick<Field, 'name' | 'type' | 'items'>[];
  readonly geometry: GeometryKind | null;
}

export interface SinkOptions {
  readonly layer: SinkLayer;
  /** EPSG code of the coordinates given to `write`; 4326 means longitude, latitude (CRS84). Default 4326. */
  readonly epsg?: number;
  readonly featureCount?: number;
  readonly signal?: AbortSignal;
  /** Hears of each record of which something did not fit into the file. */
  readonly onLoss?: (loss: Loss) => void;
  /** CSV: begin with a byte order mark, for spreadsheets. GeoJSONSeq: begin each record with RS (RFC 8142). */
  readonly withMark?: boolean;
  /**
   * GeoPackage: the instant that it says it was changed at, RFC 3339; the time of writing by default. With it, the same
   * records give the same bytes.
   */
  readonly changedAt?: string;
  /** Members put beside `features` in GeoJSON and JSON-FG (links, numberMatched), written before or after them. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** As `members`, asked for at the end, when counts and next links are known. */
  readonly closingMembers?: () => Readonly<Record<string, unknown>>;
}

/** What a sink lets go of: text for text formats, bytes for binary ones. */
export type SinkChunk = string | Uint8Array;

/**
 * Takes batches of records and gives bytes. Formats that can be streamed return them from `write`; those that need
 * random access spool to a temporary folder and give all from `end`. `abort` frees whatever was spooled.
 */
export interface Sink {
  readonly mediaType: string;
  /** Without dot, for example `geojson`. */
  readonly extension: string;
  readonly isBinary: boolean;
  /** False where nothing leaves before `end`. */
  readonly isStreamed: boolean;
  write(records: readonly SinkRecord[]): SinkChunk | undefined | Promise<SinkChunk | undefined>;
  /** The rest of the file, to be read once. */
  end(): AsyncIterable<SinkChunk>;
  abort(): Promise<void>;
}
