/** Text that is read from left to right wherever it stands, such as a filter: its signs stay on their sides (UAX 9, LRI … PDI). */
export function leftToRight(text: string): string {
  return `\u2066${text}\u2069`;
}
