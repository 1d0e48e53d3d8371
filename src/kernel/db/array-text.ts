/** PostgreSQL's text form of arrays, read and written here so that both engines agree to the letter. */

/** Members of an array literal, nested where it is, each given to `member`; NULL is null. */
export function parseArray(text: string, member: (text: string) => unknown): unknown[] {
  let at = text.startsWith('[') ? text.indexOf('=') + 1 : 0; // explicit bounds: "[2:3]={…}"

  function items(): unknown[] {
    const found: unknown[] = [];
    at++; // {
    while (text[at] !== '}') {
      if (text[at] === ',') at++;
      else if (text[at] === '{') found.push(items());
      else if (text[at] === '"') found.push(member(quoted()));
      else {
        const start = at;
        while (text[at] !== ',' && text[at] !== '}') at++;
        const bare = text.slice(start, at);
        found.push(bare === 'NULL' ? null : member(bare));
      }
    }
    at++; // }
    return found;
  }

  function quoted(): string {
    let value = '';
    for (at++; text[at] !== '"'; at++) value += text[at] === '\\' ? text[++at] : text[at];
    at++;
    return value;
  }

  return items();
}

/** Array literal of values; `member` gives the text of one, null for NULL. */
export function arrayText(values: readonly unknown[], member: (value: unknown) => string | null): string {
  const items = values.map((value) => {
    if (Array.isArray(value)) return arrayText(value, member);
    const text = member(value);
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${items.join(',')}}`;
}
