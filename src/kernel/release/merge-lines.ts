import type { Position } from '../log/entry.ts';

/** A line of a records file, and where it lies in it. */
export interface PlacedLine {
  readonly text: string;
  readonly position: Position;
  /** Byte at which it begins. */
  readonly offset: number;
  readonly bytes: number;
}

// In canonical JSON `log` stands before `properties`, and nothing before it can hold these quotes.
const positionIn = /"position":(\d+),"recordedAt":/;

/** Position of the entry behind a line. @throws SyntaxError where it is no line of a records file */
export function positionOfLine(text: string): Position {
  const match = positionIn.exec(text);
  if (!match) throw new SyntaxError('a line names no entry of the log');
  return Number(match[1]);
}

/** Lines with their places. */
export async function* placedLines(lines: AsyncIterable<string>): AsyncGenerator<PlacedLine> {
  let offset = 0;
  for await (const text of lines) {
    const bytes = Buffer.byteLength(text);
    yield { text, position: positionOfLine(text), offset, bytes };
    offset += bytes + 1;
  }
}

/**
 * Lines that only one of two records files has, in the order of their entries. Both files are in that order, so what they
 * share is passed over as it comes, and nothing of it is kept.
 */
export async function* differingLines(
  older: AsyncIterable<PlacedLine>,
  newer: AsyncIterable<PlacedLine>,
): AsyncGenerator<{ readonly side: 'older' | 'newer'; readonly line: PlacedLine }> {
  const [left, right] = [older[Symbol.asyncIterator](), newer[Symbol.asyncIterator]()];
  let [a, b] = [await left.next(), await right.next()];
  while (!a.done || !b.done) {
    const isSame = !a.done && !b.done && a.value.position === b.value.position;
    if (isSame && a.value.text === b.value.text) {
      [a, b] = [await left.next(), await right.next()];
    } else if (!a.done && (b.done || a.value.position <= b.value.position)) {
      yield { side: 'older', line: a.value };
      a = await left.next();
    } else if (!b.done) {
      yield { side: 'newer', line: b.value };
      b = await right.next();
    }
  }
}
