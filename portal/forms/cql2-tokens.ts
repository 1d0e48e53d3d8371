/** Words of the small part of CQL2 Text that the filter builder can show again as rows. */
export interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'quoted-name' | 'sign';
  /** Upper-cased for bare names; unescaped for texts and quoted names. */
  readonly word: string;
  readonly raw: string;
}

const pattern =
  /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|("(?:[^"]|"")*")|([A-Za-z_][A-Za-z0-9_]*)|(<=|>=|<>|[=<>(),]))/y;

/** Undefined where the text holds anything else. */
export function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const source = text.trimEnd();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < source.length) {
    const match = pattern.exec(source);
    if (match === null) return undefined;
    const [, string, number, name, bare, sign] = match;
    if (string !== undefined)
      tokens.push({ kind: 'text', word: string.slice(1, -1).replaceAll("''", "'"), raw: string });
    else if (number !== undefined) tokens.push({ kind: 'number', word: number, raw: number });
    else if (name !== undefined)
      tokens.push({ kind: 'quoted-name', word: name.slice(1, -1).replaceAll('""', '"'), raw: name });
    else if (bare !== undefined) tokens.push({ kind: 'name', word: bare.toUpperCase(), raw: bare });
    else if (sign !== undefined) tokens.push({ kind: 'sign', word: sign, raw: sign });
  }
  return tokens;
}
