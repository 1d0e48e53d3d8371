import type { Queryable } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { leafText } from '../log/proof/leaf.ts';
import { sealsAt } from '../log/proof/leaf-block.ts';
import { loggedEntriesAt } from '../log/proof/logged-entry.ts';
import { type Hash, hashLeaf } from '../log/proof/merkle-hash.ts';
import { ProofBrokenError } from '../log/proof/sequence-chunk.ts';
import { partialLine, wholeLine } from './record-line.ts';

/** Entries read at a time; also the batches that sinks are given, which some formats lay their blocks out by. */
export const linesPerBatch = 2_000;

export interface ProvenLine {
  readonly text: string;
  readonly leaf: Hash;
  readonly isWhole: boolean;
}

/** Lines of the entries at some positions, in order, each with its leaf; `seen` names the properties for everybody. */
export async function* provenLines(
  db: Queryable,
  positions: Float64Array,
  seen: ReadonlySet<string>,
): AsyncGenerator<readonly ProvenLine[]> {
  for (let start = 0; start < positions.length; start += linesPerBatch) {
    const wanted: Position[] = [...positions.subarray(start, start + linesPerBatch)];
    const entries = await loggedEntriesAt(db, wanted);
    const sealOf = await sealsAt(db, wanted);
    if (entries.length !== wanted.length)
      throw new ProofBrokenError(`The log lacks entries between ${wanted[0]} and ${wanted.at(-1)}`);
    const lines: ProvenLine[] = [];
    for (const { envelope, body } of entries) {
      const seal = sealOf(envelope.position);
      if (seal === undefined) throw new ProofBrokenError(`Entry ${envelope.position} has no seal`);
      if (body === null) throw new ProofBrokenError(`Entry ${envelope.position} has no body and is in force`);
      const isWhole = !hasOther(body, seen);
      const text = isWhole
        ? wholeLine(envelope, body, seal.salt)
        : partialLine(envelope, body, seal.commitment, seen);
      lines.push({ text, leaf: hashLeaf(leafText(envelope, seal.commitment)), isWhole });
    }
    yield lines;
  }
}

function hasOther(body: string, seen: ReadonlySet<string>): boolean {
  const { properties } = JSON.parse(body) as { properties: object };
  for (const name in properties) if (!seen.has(name)) return true;
  return false;
}
