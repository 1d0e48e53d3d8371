/**
 * Field names for dBase: at most ten bytes, told apart without regard to case. The first letters are kept; names that
 * collide end in a number. A register that knows its fields finds them again by the same rule.
 */
export function dbfNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let candidate = cut(name, 10);
    for (let i = 1; taken.has(candidate.toLowerCase()); i++)
      candidate = `${cut(name, 10 - String(i).length - 1)}_${i}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  });
}

function cut(name: string, bytes: number): string {
  let text = '';
  for (const character of name) {
    if (Buffer.byteLength(text + character) > bytes) break;
    text += character;
  }
  return text;
}
