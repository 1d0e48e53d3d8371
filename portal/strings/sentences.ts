/** The same keys as a set of English sentences, each with a sentence of its own. */
export type Sentences<English> = Readonly<Record<keyof English, string>>;
