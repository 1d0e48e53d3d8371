import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import type { BlobStore } from '../documents/blob-store.ts';
import { Problem } from '../errors.ts';
import { formatNote } from '../log/proof/note.ts';
import { signText } from '../log/proof/signing-key.ts';
import { type DeltaOperation, deltaLine } from './delta-line.ts';
import {
  type DeltaManifest,
  type DeltaRegister,
  deltaFile,
  deltaManifestText,
  deltaType,
} from './delta-manifest.ts';
import { HashedWriter } from './hashed-file.ts';
import { linesOf } from './line-reader.ts';
import { noteText } from './manifest.ts';
import { differingLines, type PlacedLine, placedLines } from './merge-lines.ts';
import type { ReleaseServices } from './release-services.ts';
import { requireRelease, type StoredRelease } from './release-store.ts';

/** A delta with everything that signs it. */
export interface StoredDelta {
  readonly manifest: DeltaManifest;
  readonly manifestText: string;
  readonly note: string;
}

/** Bytes of differing lines that are kept in memory; further ones are read again when they are written. */
const mostHeldBytes = 64 << 20;

/**
 * Says what differs between two releases of one log, as a file: the same two releases give the same bytes. It is made
 * once and kept. @throws {Problem} `not-found`; `gone` where one is withdrawn; `conflict` where they are of different logs
 */
export async function makeDelta(
  given: ReleaseServices,
  olderId: string,
  newerId: string,
  signal?: AbortSignal,
): Promise<StoredDelta> {
  const { services, keys, blobs } = given;
  const { database, clock } = services;
  const [older, newer] = [await requireRelease(database, olderId), await requireRelease(database, newerId)];
  for (const { withdrawn } of [older, newer])
    if (withdrawn) throw new Problem('gone', { at: withdrawn.at.slice(0, 10), reason: withdrawn.reason });
  if (older.manifest.log.origin !== newer.manifest.log.origin)
    throw new Problem('conflict', { what: `${older.manifest.log.origin}, ${newer.manifest.log.origin}` });
  const there = await storedDelta(given, olderId, newerId);
  if (there) return there;

  await mkdir(blobs.incoming, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(blobs.incoming, 'delta-'));
  const writer = new HashedWriter(join(folder, deltaFile));
  try {
    const ids = new Set([...older.registers, ...newer.registers]);
    const registers: DeltaRegister[] = [];
    for (const id of [...ids].sort())
      registers.push(await writeRegister(blobs, id, older, newer, writer, signal));
    const file = await writer.finish();
    const manifest: DeltaManifest = {
      type: deltaType,
      origin: newer.manifest.log.origin,
      older: olderId,
      newer: newerId,
      registers,
      file: { name: deltaFile, mediaType: 'application/geo+json-seq', bytes: file.size, sha256: file.hash },
    };
    const manifestText = deltaManifestText(manifest);
    const signed = noteText(deltaType, createHash('sha256').update(manifestText).digest('hex'));
    const signatures = keys.signersAt(clock()).map((key) => signText(key, signed));
    const note = formatNote({ text: signed, signatures });
    await blobs.put(file);
    await database.query(sql`
      insert into ufuq.release_delta (older, newer, manifest, note, made_at)
      values (${olderId}, ${newerId}, ${manifestText}, ${note}, ${clock()}::timestamptz)
      on conflict (older, newer) do update set manifest = excluded.manifest, note = excluded.note`);
    return { manifest, manifestText, note };
  } finally {
    writer.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function storedDelta(
  { services, blobs }: ReleaseServices,
  older: string,
  newer: string,
): Promise<StoredDelta | undefined> {
  const [row] = await services.database.query<{ manifest: string; note: string }>(
    sql`select manifest, note from ufuq.release_delta where older = ${older} and newer = ${newer}`,
  );
  if (!row) return undefined;
  const manifest = JSON.parse(row.manifest) as DeltaManifest;
  const isThere = (await blobs.size(manifest.file.sha256)) === manifest.file.bytes;
  return isThere ? { manifest, manifestText: row.manifest, note: row.note } : undefined;
}

/** A line in memory, or where it is to be read again. */
type Held = string | Pick<PlacedLine, 'offset' | 'bytes'>;

async function writeRegister(
  blobs: BlobStore,
  id: string,
  older: StoredRelease,
  newer: StoredRelease,
  writer: HashedWriter,
  signal: AbortSignal | undefined,
): Promise<DeltaRegister> {
  const [before, after] = [older, newer].map((release) => recordsHash(release, id));
  const gone = new Map<string, Held>();
  const come: { readonly record: string; readonly held: Held }[] = [];
  let heldBytes = 0;
  for await (const { side, line } of differingLines(linesIn(blobs, before), linesIn(blobs, after))) {
    signal?.throwIfAborted();
    const { text, offset, bytes } = line;
    heldBytes += bytes;
    const held = heldBytes <= mostHeldBytes ? text : { offset, bytes };
    const record = (JSON.parse(text) as { id: string }).id;
    if (side === 'older') gone.set(record, held);
    else come.push({ record, held });
  }
  const counts: Record<DeltaOperation, number> = { added: 0, changed: 0, restated: 0, removed: 0 };
  const write = async (was: string | undefined, is: string | undefined) => {
    const { op, text } = deltaLine(id, was, is);
    counts[op]++;
    await writer.write(`${text}\n`);
  };
  for (const { record, held } of come) {
    const was = gone.get(record);
    gone.delete(record);
    await write(was && (await textOf(blobs, before, was)), await textOf(blobs, after, held));
  }
  for (const held of gone.values()) await write(await textOf(blobs, before, held), undefined);
  return { id, older: before ?? null, newer: after ?? null, ...counts };
}

function recordsHash({ manifest }: StoredRelease, id: string): string | undefined {
  return manifest.files.find(({ register, role }) => register === id && role === 'records')?.sha256;
}

async function* linesIn(blobs: BlobStore, hash: string | undefined): AsyncGenerator<PlacedLine> {
  if (hash === undefined) return;
  yield* placedLines(linesOf(await blobs.read(hash)));
}

async function textOf(blobs: BlobStore, hash: string | undefined, held: Held): Promise<string> {
  if (typeof held === 'string') return held;
  const { offset, bytes } = held;
  const chunks: Buffer[] = [];
  for await (const chunk of await blobs.read(hash!, { first: offset, last: offset + bytes - 1 }))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
