/** One member of an `Accept` header (RFC 9110, 12.5.1). */
export interface MediaRange {
  readonly type: string;
  readonly subtype: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly quality: number;
}

/** Reads an `Accept` header; members that make no sense are passed over. */
export function parseAccept(header: string): readonly MediaRange[] {
  const ranges: MediaRange[] = [];
  for (const member of splitOutsideQuotes(header, ',')) {
    const [range = '', ...rest] = splitOutsideQuotes(member, ';').map((part) => part.trim());
    const match = /^([^\s/]+)\/([^\s/]+)$/.exec(range.toLowerCase());
    if (!match) continue;
    const parameters: Record<string, string> = {};
    let quality = 1;
    for (const parameter of rest) {
      const equals = parameter.indexOf('=');
      if (equals < 0) continue;
      const name = parameter.slice(0, equals).trim().toLowerCase();
      const value = parameter
        .slice(equals + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1');
      if (name === 'q') quality = clamp(Number(value));
      else parameters[name] = value;
    }
    ranges.push({ type: match[1]!, subtype: match[2]!, parameters, quality });
  }
  return ranges;
}

function clamp(quality: number): number {
  return Number.isNaN(quality) ? 0 : Math.min(1, Math.max(0, quality));
}

function splitOutsideQuotes(text: string, separator: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') isQuoted = !isQuoted;
    else if (text[i] === separator && !isQuoted) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
