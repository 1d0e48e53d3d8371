/** Characters that may begin a name (OGC 21-065r2, Annex B, `identifierStart`). */
const start =
  ':_A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFE\\u200C-\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const part = `${start}.0-9\\u0300-\\u036F\\u203F-\\u2040`;

/** Sticky: matches a name at `lastIndex`. */
export const namePattern = new RegExp(`[${start}][${part}]*`, 'uy');
const wholeName = new RegExp(`^[${start}][${part}]*$`, 'u');

/** Words that a property may only be called in double quotes. */
const reserved = new Set(
  (
    'and or not like between in is null true false div date timestamp interval casei accenti bbox point linestring ' +
    'polygon multipoint multilinestring multipolygon geometrycollection'
  ).split(' '),
);

/** True where a name needs no quotes in CQL2 text. */
export function isPlainName(name: string): boolean {
  return wholeName.test(name) && !reserved.has(name.toLowerCase());
}
