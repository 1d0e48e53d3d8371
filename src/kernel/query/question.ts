import type { Geometry } from 'geojson';
import type { Caller } from '../access/caller.ts';
import type { Language } from '../i18n/language.ts';
import type { Entry, Position, ValidPeriod } from '../log/entry.ts';
import type { AnsweredBy } from './answered-by.ts';
import type { Cql2Expression } from './tree.ts';

/** Valid time asked for: an instant (`from` = `to`) or a closed interval; `null` is open. RFC 3339 in UTC. */
export interface TimeRange {
  readonly from: string | null;
  readonly to: string | null;
}

/** Longitude/latitude box [west, south, east, north]; west > east crosses the antimeridian. */
export type Box = readonly [number, number, number, number];

export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
  /** Whose text a field with several languages is sorted by: that of this one, else the one that a reader of it is shown. */
  readonly language?: Language;
}

/** What every reading door asks; two times, place, filter. Coordinates and filter geometries are CRS84 by now. */
export interface Question {
  readonly register: string;
  readonly caller: Caller;
  readonly filter?: Cql2Expression;
  readonly bbox?: Box;
  readonly datetime?: TimeRange;
  /** As was known then: a timestamp, or a log position that an earlier page reflected. */
  readonly asOf?: string | Position;
}

export interface PageQuestion extends Question {
  readonly limit: number;
  /** Opaque token of `Page.next`; carries position and sort, so that it outlives changes of `limit`. */
  readonly cursor?: string;
  readonly sortBy?: readonly SortKey[];
  /** Properties to return; all that the caller may see by default. */
  readonly properties?: readonly string[];
  readonly skipGeometry?: boolean;
  /** EPSG code of the output geometries; 4326 stands for CRS84 here: always x (longitude, easting) first. */
  readonly epsg?: number;
}

/** A record as it was at an instant and as was known at a position. */
export interface RecordView {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
  readonly valid: ValidPeriod;
  /** Entry that asserted it. */
  readonly entry: Position;
  /** Position since which this row is known: the record's ETag. */
  readonly knownFrom: Position;
  /** The record as a GeoJSON feature in CRS84, UTF-8, where it lay ready in that form. */
  readonly text?: Uint8Array;
  readonly answeredBy?: AnsweredBy;
}

/** GeoJSON features as UTF-8, one after another with commas in between. */
export interface FeatureText {
  readonly bytes: Uint8Array;
  readonly count: number;
}

export interface Page {
  readonly records: readonly RecordView[];
  readonly next?: string;
  /** Log position that the page reflects. */
  readonly position: Position;
  /** The records as GeoJSON features in CRS84, where they lay ready in that form. */
  readonly features?: FeatureText;
  /** How many records the question finds, where that came along. */
  readonly matched?: Count;
  readonly answeredBy?: AnsweredBy;
}

export interface Count {
  readonly count: number;
  readonly isExact: boolean;
}

export interface Extent {
  readonly bbox: Box | null;
  readonly interval: TimeRange;
}

/** Features that lie ready as GeoJSON in CRS84, to be written wherever they are wanted. */
export interface ReadyFeatures {
  readonly count: number;
  /** Bytes of all of them, with commas in between. */
  readonly byteLength: number;
  /** Writes them from a byte on. */
  writeTo(target: Buffer, at: number): void;
}

/** A page that was at hand. */
export interface PageAtHand extends Pick<Page, 'next' | 'position' | 'answeredBy'> {
  readonly features: ReadyFeatures;
  readonly matched: Count;
}

/** A record that was at hand, as it lies ready. */
export type RecordAtHand = Required<Pick<RecordView, 'entry' | 'knownFrom' | 'text' | 'answeredBy'>>;

/** What a reader can say without waiting: whole records in CRS84, the same as it says otherwise, or nothing. */
export interface AtHand {
  /** Never newer than what a page is answered from afterwards. */
  lastChange(register: string): Position | undefined;
  page(question: PageQuestion): PageAtHand | undefined;
  item(question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>, record: string): RecordAtHand | undefined;
}

/** Answers questions. Unknown registers, or ones that the caller may not see, throw `register-not-found`. */
export interface Reader {
  /** What can be said at once, where something lies in memory. */
  readonly atHand?: AtHand;
  position(): Promise<Position>;
  /** Position of the register's last change, for ETags of lists. */
  lastChange(register: string): Promise<Position>;
  page(question: PageQuestion): Promise<Page>;
  /** All records of a question in batches, at one position; `epsg`, `properties`, `sortBy` as for a page. */
  stream(
    question: Omit<PageQuestion, 'limit' | 'cursor'>,
    batchSize?: number,
  ): AsyncIterable<readonly RecordView[]>;
  count(question: Question): Promise<Count>;
  item(
    question: Omit<PageQuestion, 'limit' | 'cursor' | 'sortBy'>,
    record: string,
  ): Promise<RecordView | undefined>;
  extent(register: string, caller: Caller): Promise<Extent>;
  /** Entries of one record, newest first. */
  history(
    register: string,
    record: string,
    caller: Caller,
    page: { limit: number; before?: Position },
  ): Promise<readonly Entry[]>;
}
