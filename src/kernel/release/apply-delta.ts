import { canonicalJson } from '../log/canonical-json.ts';
import type { Position } from '../log/entry.ts';
import { type DeltaLine, linesOfDelta } from './delta-line.ts';
import { positionOfLine } from './merge-lines.ts';

/**
 * Lays a delta over a register's records of the older release: what comes out is the records file of the newer one, byte
 * for byte.
 * @throws SyntaxError where the delta takes away what the older release does not have
 */
export async function* applyDelta(
  register: string,
  older: AsyncIterable<string>,
  delta: AsyncIterable<string>,
): AsyncGenerator<string> {
  const taken = new Map<Position, string>();
  const come: { readonly position: Position; readonly text: string }[] = [];
  for await (const text of delta) {
    const line = JSON.parse(text) as DeltaLine;
    if (line.register !== register) continue;
    const { older: was, newer: is } = linesOfDelta(line);
    if (was) taken.set(was.log.position, canonicalJson(was));
    if (is) come.push({ position: is.log.position, text: canonicalJson(is) });
  }
  let next = 0;
  for await (const text of older) {
    const position = positionOfLine(text);
    const isTaken = taken.get(position) === text;
    if (isTaken) taken.delete(position);
    for (; next < come.length && come[next]!.position <= position; next++) yield come[next]!.text;
    if (!isTaken) yield text;
  }
  for (; next < come.length; next++) yield come[next]!.text;
  if (taken.size > 0) throw new SyntaxError(`${taken.size} records that the delta takes away are not there`);
}
