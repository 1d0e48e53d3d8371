import type { LocalizedText } from '../i18n/language.ts';
import type { Box, TimeRange } from '../query/question.ts';
import type { Desk, GeometryKind } from '../register/declaration.ts';
import type { ReleaseNote } from './release-note.ts';
import type { Reference } from './theme-board.ts';

/** What the catalogue knows of a resource, in every language; doors show it as an OGC record or as DCAT. */
export interface CatalogueEntry {
  readonly id: string;
  /** Releases and processes are there as soon as somebody hands them in. */
  readonly type: 'dataset' | 'release' | 'process';
  /** Register that it is, or is of. */
  readonly register: string | null;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly keywords: readonly LocalizedText[];
  readonly theme: EntryTheme | null;
  readonly custodian: Reference | null;
  readonly desk: Desk | null;
  readonly legalBasis: LocalizedText | null;
  readonly licence: string | null;
  readonly contact: string | null;
  readonly updateCycle: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly changedAt: string;
  readonly records: number | null;
  readonly isExact: boolean;
  readonly geometry: GeometryKind | null;
  readonly bbox: Box | null;
  /** Null where there is no record; open ends are null within. */
  readonly time: TimeRange | null;
  readonly isOpen: boolean;
  readonly release: ReleaseNote | null;
}

export interface EntryTheme extends Reference {
  /** Two letters of INSPIRE. */
  readonly code: string | null;
  readonly lists: readonly string[];
}
