/** A LIKE pattern, taken apart: characters, any one character, any number of characters. */
type Part = string | typeof anyOne | typeof anyNumber;

const anyOne = 1;
const anyNumber = 2;

/** `%` and `_` are wildcards, `\` takes the next character as it is; at the end it stands for itself. */
function parsePattern(pattern: string): Part[] {
  const parts: Part[] = [];
  const chars = [...pattern];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i]!;
    if (char === '\\' && i + 1 < chars.length) parts.push(chars[++i]!);
    else if (char === '_') parts.push(anyOne);
    else if (char !== '%') parts.push(char);
    else if (parts.at(-1) !== anyNumber) parts.push(anyNumber);
  }
  return parts;
}

/** The pattern as PostgreSQL takes it without complaint: it refuses a lone backslash at the end. */
export function sqlPattern(pattern: string): string {
  return parsePattern(pattern)
    .map((part) =>
      part === anyOne ? '_' : part === anyNumber ? '%' : /[%_\\]/.test(part) ? `\\${part}` : part,
    )
    .join('');
}

/**
 * A test of texts against a pattern, code point by code point. Goes back only to the last `%`, so no pattern takes
 * more than pattern length × text length steps.
 */
export function likeMatcher(pattern: string): (text: string) => boolean {
  const parts = parsePattern(pattern);
  return (text) => {
    const chars = [...text];
    let at = 0;
    let part = 0;
    let retryPart = -1;
    let retryAt = 0;
    while (at < chars.length) {
      const wanted = parts[part];
      if (wanted === anyNumber) {
        retryPart = ++part;
        retryAt = at;
      } else if (wanted !== undefined && (wanted === anyOne || wanted === chars[at])) {
        part++;
        at++;
      } else if (retryPart >= 0) {
        part = retryPart;
        at = ++retryAt;
      } else return false;
    }
    while (parts[part] === anyNumber) part++;
    return part === parts.length;
  };
}
