import type { Readable } from 'node:stream';

/** What a scanner for malware says of a document; `unavailable` where it could not say anything. */
export type Verdict =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly signature: string }
  | { readonly outcome: 'unavailable'; readonly reason: string };

/** Something that looks at every document before it is kept. */
export interface Scanner {
  /** Its address, for operators. */
  readonly place: string;
  /** Reads the bytes to the end and judges them; never throws. */
  scan(bytes: Readable): Promise<Verdict>;
}
