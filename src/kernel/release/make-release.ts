import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { witnessedNote } from '../log/proof/checkpoint-store.ts';
import { formatNote } from '../log/proof/note.ts';
import { signText } from '../log/proof/signing-key.ts';
import { crs84, type Manifest, manifestText, manifestType, noteText } from './manifest.ts';
import { provenTree, recordedAtOf, releaseLog } from './release-log.ts';
import { questionText, type ReleaseQuestion, type ReleaseWish, settleQuestion } from './release-question.ts';
import { positionsOf, type ReleasedRegister, releaseRegister } from './release-register.ts';
import type { ReleaseServices } from './release-services.ts';
import { releaseOf, type StoredRelease, storeRelease } from './release-store.ts';

/** How far a release is: waiting for its position to be signed, reading what holds, writing records, storing files. */
export interface ReleaseProgress {
  readonly stage: 'proving' | 'reading' | 'writing' | 'storing';
  readonly register?: string;
  readonly done: number;
  readonly total: number;
}

export interface MakeRelease {
  readonly actor: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReleaseProgress) => void;
}

export interface MadeRelease {
  readonly release: StoredRelease;
  /** False where it was there already. */
  readonly isNew: boolean;
}

/**
 * Makes a release: every file of every register, the manifest over them, and the signature over that. The same question
 * gives the same bytes wherever the same log is. Whatever stops it leaves nothing: files are stored when all are whole, and
 * the release is entered when all are stored.
 * @throws {Problem} `invalid-body`, `register-not-found`; `busy` where the position is not signed yet
 */
export async function makeRelease(
  given: ReleaseServices,
  wish: ReleaseWish,
  { actor, signal, onProgress = () => {} }: MakeRelease,
): Promise<MadeRelease> {
  const { services, keys, blobs } = given;
  const { database, registry, reader, clock } = services;
  const question = settleQuestion(registry, wish, await reader.position());
  const there = await releaseOf(database, questionText(question));
  if (there && (await isStored(given, there))) return { release: there, isNew: false };

  onProgress({ stage: 'proving', done: 0, total: 1 });
  const checkpoint = await provenTree(database, question.position, { signal });
  const recordedAt = await recordedAtOf(database, question.position);
  const positions = await allPositions(given, question, recordedAt, { actor, signal, onProgress });
  const total = [...positions.values()].reduce((sum, { length }) => sum + length, 0);
  await mkdir(blobs.incoming, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(blobs.incoming, 'release-'));
  try {
    const made: ReleasedRegister[] = [];
    let done = 0;
    for (const [register, own] of positions) {
      const onRecords = (count: number) =>
        onProgress({ stage: 'writing', register, done: (done += count), total });
      const work = { folder, question, recordedAt, size: checkpoint.size, signal, onRecords };
      made.push(await releaseRegister(services, register, own, work));
    }
    const manifest: Manifest = {
      type: manifestType,
      position: question.position,
      recordedAt,
      datetime: question.datetime ?? recordedAt,
      access: 'public',
      crs: crs84,
      licence: question.licence,
      log: await releaseLog(database, registry, checkpoint, question.position),
      registers: made.map(({ register }) => register),
      files: made.flatMap(({ files }) => files.map(({ entry }) => entry)),
    };
    const text = manifestText(manifest);
    const id = createHash('sha256').update(text).digest('hex');
    const files = made.flatMap((each) => each.files);
    for (const [i, { file }] of files.entries()) {
      signal?.throwIfAborted();
      onProgress({ stage: 'storing', done: i, total: files.length });
      await blobs.put(file);
    }
    const signed = noteText(manifestType, id);
    const now = clock();
    const release = {
      id,
      question: questionText(question),
      manifest,
      manifestText: text,
      note: formatNote({ text: signed, signatures: keys.signersAt(now).map((key) => signText(key, signed)) }),
      checkpoint: await witnessedNote(database, checkpoint),
      madeAt: now,
      madeBy: actor,
    };
    await database.transaction((tx) => storeRelease(tx, release));
    return { release: (await releaseOf(database, questionText(question)))!, isNew: there === undefined };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function allPositions(
  { services }: ReleaseServices,
  question: ReleaseQuestion,
  recordedAt: string,
  { signal, onProgress }: MakeRelease & { readonly onProgress: (progress: ReleaseProgress) => void },
): Promise<ReadonlyMap<string, Float64Array>> {
  const found = new Map<string, Float64Array>();
  const total = question.registers.length;
  for (const register of question.registers) {
    onProgress({ stage: 'reading', register, done: found.size, total });
    found.set(register, await positionsOf(services, register, { question, recordedAt, signal }));
  }
  return found;
}

/** Whether a release that is entered has all its files; a folder that was emptied is filled again by making it anew. */
async function isStored({ blobs }: ReleaseServices, { manifest }: StoredRelease): Promise<boolean> {
  for (const { sha256, bytes } of manifest.files) if ((await blobs.size(sha256)) !== bytes) return false;
  return true;
}
