import { BlockFrontier } from './block-frontier.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { type SoundCheckpoint, soundCheckpoint } from './checkpoint-check.ts';
import { type Finding, firstPosition, type LogReport } from './finding.ts';
import { type Hash, hashesOf, hashLeaf, isSameHash, rootOfHashes } from './merkle-hash.ts';
import { tilePath, tileWidth } from './tile-address.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from './verifier-key.ts';

/** Gets a resource below the log's prefix; undefined where it may not be read. @throws where it is not there */
export type Fetch = (path: string) => Promise<Uint8Array | undefined>;

export interface RemoteCheck {
  readonly keys?: readonly VerifierKey[];
  readonly kept?: readonly string[];
}

/**
 * Checks a log from outside, by what it publishes (C2SP tlog-tiles): every envelope that may be read leads to its hash,
 * the hashes lead to the signed root, and kept checkpoints are beginnings of this one. Bodies are not published, so they
 * are checked by receipts.
 */
export async function verifyRemoteLog(get: Fetch, { keys, kept = [] }: RemoteCheck = {}): Promise<LogReport> {
  const text = Buffer.from((await get('checkpoint'))!).toString();
  const known = keys ?? (await publishedKeys(get));
  const origin = parseCheckpoint(text)?.checkpoint.origin ?? '';
  const signed = soundCheckpoint(text, origin, known);
  const findings: Finding[] = [];
  const outside = kept.map((each) => soundCheckpoint(each, origin, known));
  if (!signed || outside.includes(undefined)) findings.push({ kind: 'checkpoint' });
  const size = signed?.size ?? 0;
  const measures = [signed, ...outside].filter((each): each is SoundCheckpoint => each !== undefined);
  findings.push(...(await walk(get, size, measures)));
  for (const each of measures)
    if (each.size > size)
      findings.push({ kind: 'truncated', position: size + 1, upTo: each.size, size: each.size });
  const first = firstPosition(findings);
  return {
    origin,
    proven: size,
    unproven: 0,
    erased: [],
    checkpoints: measures.length,
    keys: known.map(formatVerifierKey),
    areKeysTrusted: keys !== undefined,
    findings,
    ...(first !== undefined && { first }),
  };
}

async function publishedKeys(get: Fetch): Promise<readonly VerifierKey[]> {
  const { keys } = JSON.parse(Buffer.from((await get('keys'))!).toString()) as { keys: { vkey: string }[] };
  return keys.flatMap(({ vkey }) => parseVerifierKey(vkey) ?? []);
}

async function walk(get: Fetch, size: number, measures: readonly SoundCheckpoint[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  const frontier = new BlockFrontier();
  let agreed = 0;
  for (let start = 0; start < size; start += tileWidth) {
    const width = Math.min(tileWidth, size - start);
    const path = tilePath(start / tileWidth, width);
    const hashes = hashesOf((await get(`tile/0/${path}`)) ?? new Uint8Array(0));
    if (hashes.length !== width) findings.push({ kind: 'tile', tile: `0/${path}` });
    const bundle = await get(`tile/entries/${path}`);
    if (bundle) findings.push(...differences(start, hashes, leavesOf(bundle)));
    for (const measure of measures) {
      if (measure.size <= start || measure.size > start + width) continue;
      if (isSameHash(frontier.root(hashes.slice(0, measure.size - start)), measure.root))
        agreed = measure.size;
      else findings.push({ kind: 'history', size: measure.size, position: agreed + 1, upTo: measure.size });
    }
    if (width === tileWidth) frontier.append(rootOfHashes(hashes));
  }
  return findings;
}

function differences(start: number, hashes: readonly Hash[], leaves: readonly Uint8Array[]): Finding[] {
  return hashes.flatMap((hash, i): Finding[] => {
    const leaf = leaves[i];
    const position = start + 1 + i;
    if (leaf === undefined) return [{ kind: 'missing', position }];
    return isSameHash(hashLeaf(leaf), hash) ? [] : [{ kind: 'envelope', position }];
  });
}

/** Entries of a bundle, each behind its length in two bytes (C2SP tlog-tiles, "Log entries"). */
function leavesOf(bundle: Uint8Array): Uint8Array[] {
  const leaves: Uint8Array[] = [];
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  for (let at = 0; at + 2 <= bundle.length; ) {
    const end = at + 2 + view.getUint16(at);
    leaves.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return leaves;
}
