import type { LocalizedText } from '../i18n/language.ts';

/** A release as the catalogue tells of it; whoever makes releases hands these in. */
export interface ReleaseNote {
  /** `a-z0-9_-`; unique among releases. */
  readonly id: string;
  readonly title: LocalizedText;
  readonly registers: readonly string[];
  /** Log position that it was made at. */
  readonly position: number;
  /** RFC 3339. */
  readonly releasedAt: string;
  /** Path of its page on this server, such as `/releases/…`. */
  readonly path: string;
  readonly licence?: string;
  readonly files: readonly { readonly path: string; readonly mediaType: string; readonly bytes: number }[];
}

/** The releases that stand, for whoever has a way to make them. */
export type ReleaseList = () => Promise<readonly ReleaseNote[]>;
