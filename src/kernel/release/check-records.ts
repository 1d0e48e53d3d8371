import { isSameHash } from '../log/proof/merkle-hash.ts';
import { linesOf } from './line-reader.ts';
import { type Manifest, type ManifestRegister, proofFile, recordsFile } from './manifest.ts';
import { rootOfMultiProof } from './multi-proof.ts';
import { hashesWithin, PackedHashes } from './packed-hashes.ts';
import { type ReadLine, type RecordLine, readLine } from './record-line.ts';
import type { ReleaseFinding } from './release-report.ts';
import { bytesFrom, type ReleaseSource } from './release-source.ts';

/** Findings of one register that are told one by one; more do not make it worse. */
const mostFindings = 100;

/**
 * Checks a register's records: each line leads to the hash of its entry, and all of them with the hashes of the proof to
 * the signed root. Where they do not, the lines are to blame that differ from a proof that does, and else the proof.
 * @param take is given the records in order, as far as all of them can be read
 */
export async function checkRecords(
  source: ReleaseSource,
  { log, position }: Manifest,
  { id, records, withheld, declaration }: ManifestRegister,
  take: (record: RecordLine) => Promise<void>,
): Promise<readonly ReleaseFinding[]> {
  const file = recordsFile(id);
  const stream = await source.open(file);
  const proof = await bytesFrom(source, proofFile(id));
  if (!stream || !proof) return []; // told as missing already
  const proven = hashesWithin(proof, 0, records);
  const leaves = new PackedHashes();
  const positions: number[] = [];
  const wrong: ReleaseFinding[] = [];
  const odd: ReleaseFinding[] = [];
  const known = new Set(declaration.fields.map(({ name }) => name));
  let line = 0;
  let partial = 0;
  for await (const text of linesOf(stream)) {
    line++;
    const read = readLine(text, id);
    const expected = proven.at(line - 1);
    if (!read || !expected || !isSameHash(read.leaf, expected))
      wrong.push({ kind: 'record', file, line, ...named(read) });
    if (!read) continue;
    const { record, isWhole } = read;
    if (!isWhole) partial++;
    const isInOrder = record.log.position > (positions.at(-1) ?? 0) && record.log.position <= position;
    const areKnown = Object.keys(record.properties).every((name) => known.has(name));
    if (!isInOrder || !areKnown) odd.push({ kind: 'records', file, line, ...named(read) });
    positions.push(record.log.position);
    leaves.push(read.leaf);
    await take(record);
  }
  if (line !== records || partial !== withheld) odd.push({ kind: 'records', file });
  const beside = hashesWithin(proof, records, Math.floor(proof.length / 32));
  const isRoot = (list: PackedHashes | typeof proven) => {
    const root = rootOfMultiProof(positions, list, beside, log.size);
    return root !== undefined && isSameHash(root, Buffer.from(log.root, 'base64'));
  };
  const isRead = positions.length === records;
  const own = { file: proofFile(id), register: id } as const;
  if (isRead && isRoot(leaves)) return wrong.length === 0 ? odd : [{ kind: 'proof', ...own }, ...odd];
  // The proof's own leaves cannot be tried where a line does not say its position: then both are told.
  const isProofRight = isRead && isRoot(proven);
  const told = [...wrong, ...odd].slice(0, mostFindings).map((finding) => ({ ...finding, register: id }));
  return isProofRight || (!isRead && wrong.length > 0) ? told : [...told, { kind: 'proof', ...own }];
}

function named(read: ReadLine | undefined): Pick<ReleaseFinding, 'record' | 'position'> {
  return read ? { record: read.record.id, position: read.record.log.position } : {};
}
