import type { LocalizedText } from '../i18n/language.ts';
import type { Lineage, Rule } from './rule.ts';

export type { Rule } from './rule.ts';

/** What a field holds. `localized` is one text in several languages, `object` any JSON object. */
export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'timestamp'
  | 'localized'
  | 'array'
  | 'object';

export type GeometryKind =
  | 'Point'
  | 'MultiPoint'
  | 'LineString'
  | 'MultiLineString'
  | 'Polygon'
  | 'MultiPolygon'
  | 'GeometryCollection'
  | 'Geometry';

/** One value of a code list with its name in every language. */
export interface Code {
  readonly value: string;
  readonly title: LocalizedText;
}

/** One property of a record. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** Type of the members of an `array` field. */
  readonly items?: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'timestamp';
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  /** UCUM symbol, for example `km`, `MW`, `dB`. */
  readonly unit?: string;
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly indexed?: boolean;
  /** Id of the register whose record ids this field holds. */
  readonly ref?: string;
  readonly codes?: readonly Code[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** Regular expression (ECMA-262) that a string must match. */
  readonly pattern?: string;
  /** A value that is right; needed where there is a pattern, and shown to who got it wrong. */
  readonly example?: string;
  /** `restricted` fields leave no door for callers without the right to them. */
  readonly secrecy?: 'public' | 'restricted';
}

/**
 * How the time in which an entry holds (valid time) is found.
 * `always`: records hold without bounds unless a writer says otherwise.
 * `interval`: `from`/`to` name date or timestamp fields; a missing bound is open.
 * `event`: `at` names the field of the instant; a question without `datetime` finds events of all times.
 */
export type ValidTime =
  | { readonly kind: 'always' }
  | { readonly kind: 'interval'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'event'; readonly at: string };

/** States that a record passes through; `field` must be a coded string field. */
export interface Lifecycle {
  readonly field: string;
  readonly initial: readonly string[];
  readonly transitions: Readonly<Record<string, readonly string[]>>;
}

export type Desk =
  | 'land'
  | 'permits'
  | 'observation'
  | 'infrastructure'
  | 'spectrum'
  | 'commitments'
  | 'services';

/** Who may read a register. `rows` narrows what the public sees, in CQL2 Text. */
export interface AccessRule {
  readonly read: 'public' | 'restricted';
  readonly rows?: string;
}

/** A register as its author writes it; see `defineRegister`. */
export interface RegisterDeclaration {
  /** `a-z0-9_-`, at most 100 characters; the id of the OGC collection. */
  readonly id: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly desk?: Desk;
  /** Theme of the INSPIRE annexes or of the pack, as a code of the register `themes`. */
  readonly theme?: string;
  /** Id of the organisation that keeps the register. */
  readonly steward?: string;
  readonly legalBasis?: LocalizedText;
  /** Under which records may be used: an identifier of the SPDX list, or the URL of a licence. */
  readonly licence?: string;
  /** How often the steward brings the register up to date: an ISO 8601 duration in days, weeks, months or years. */
  readonly updateCycle?: string;
  readonly keywords?: readonly LocalizedText[];
  /** Where to ask about it: an e-mail address or a URL. */
  readonly contact?: string;
  /** `null` for registers whose records have no place. */
  readonly geometry: GeometryKind | null;
  readonly geometryRequired?: boolean;
  readonly fields: readonly Field[];
  /** Field that names a record to a person. */
  readonly titleField?: string;
  /** Numeric field by which maps choose where there is no room for all: greater is more important. Default: by size. */
  readonly importance?: string;
  readonly validTime?: ValidTime;
  readonly access?: AccessRule;
  readonly lifecycle?: Lifecycle;
  readonly rules?: readonly Rule[];
  /** Records may be split and merged, and say which they came from; not for events. */
  readonly lineage?: Lineage;
  /** True (the default for registers from code): records say `label` (real, derived, approximate, synthetic) and `source`. */
  readonly provenance?: boolean;
}
