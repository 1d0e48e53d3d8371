import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VerifierKey } from '../log/proof/verifier-key.ts';
import { checkFile, firstDifference } from './check-files.ts';
import { checkLog } from './check-log.ts';
import { checkRecords } from './check-records.ts';
import { checkCheckpoint, checkNote, type KnownKeys, keysOf } from './check-signatures.ts';
import {
  type Manifest,
  type ManifestRegister,
  manifestFile,
  manifestText,
  manifestType,
  manifestTypes,
  recordsFile,
} from './manifest.ts';
import { areNamesPlain } from './manifest-names.ts';
import { linesPerBatch } from './proven-lines.ts';
import type { RecordLine } from './record-line.ts';
import { type ReleaseFormat, releaseFormats } from './release-question.ts';
import type { ReleaseFinding, ReleaseReport } from './release-report.ts';
import { bytesFrom, type ReleaseSource } from './release-source.ts';
import { openRenditions, type Rendition } from './renditions.ts';

export interface ReleaseCheck {
  /** Keys that the checker has from elsewhere; those that came along by default. */
  readonly keys?: readonly VerifierKey[];
  /** Makes every rendition again from the records and compares; true by default. */
  readonly withRenditions?: boolean;
  readonly onProgress?: (checked: number, total: number) => void;
}

/**
 * Checks a release from its own files alone: that the manifest is the one that was signed, every file is the one that it
 * names, every record says what the log has at its position, the log up to there is the beginning of the signed tree, and
 * every rendition says what the records say (maps of an earlier type of release excepted).
 */
export async function verifyRelease(source: ReleaseSource, check: ReleaseCheck = {}): Promise<ReleaseReport> {
  const { keys = [], withRenditions = true } = check;
  const bytes = await bytesFrom(source, manifestFile);
  const manifest = bytes && parseManifest(bytes);
  const isAllRendered = withRenditions && manifest?.type === manifestType;
  const base = { areKeysTrusted: keys.length > 0, areRenditionsChecked: isAllRendered };
  if (!bytes || !manifest) {
    const none = { id: '', origin: '', position: 0, recordedAt: '', records: 0, withheld: 0, files: 0 };
    const finding = { kind: bytes ? 'manifest' : 'missing', file: manifestFile } as const;
    return { ...base, ...none, signedBy: [], findings: [finding] };
  }
  const known = await keysOf(source, keys);
  const note = await checkNote(source, manifest.type, bytes, known);
  const findings: ReleaseFinding[] = [...known.findings, ...note.findings];
  try {
    findings.push(...(await checkContents(source, manifest, known, check)));
  } catch (error) {
    // One that was signed and then changed may lack what is relied on; what a disk or a network refuses is no finding.
    if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError))
      throw error;
    findings.push({ kind: 'manifest', file: manifestFile });
  }
  return {
    ...base,
    id: createHash('sha256').update(bytes).digest('hex'),
    origin: String(manifest.log?.origin),
    position: manifest.position,
    recordedAt: manifest.recordedAt,
    records: sumOf(manifest, 'records'),
    withheld: sumOf(manifest, 'withheld'),
    files: manifest.files.length,
    signedBy: note.signedBy,
    findings: mergeFindings(findings),
  };
}

const sumOf = ({ registers }: Manifest, what: 'records' | 'withheld') =>
  registers.reduce((sum, register) => sum + register[what], 0);

/** Everything but who signed the manifest. */
async function checkContents(
  source: ReleaseSource,
  manifest: Manifest,
  known: KnownKeys,
  { withRenditions = true, onProgress = () => {} }: ReleaseCheck,
): Promise<readonly ReleaseFinding[]> {
  const signed = await checkCheckpoint(source, known);
  const findings: ReleaseFinding[] = [...signed.findings, ...checkLog(manifest, signed.checkpoint)];
  const damaged = new Set<string>();
  for (const file of manifest.files) {
    const finding = await checkFile(source, file);
    if (!finding) continue;
    damaged.add(file.name);
    findings.push(finding);
  }
  const total = sumOf(manifest, 'records');
  let checked = 0;
  for (const register of manifest.registers) {
    const count = () => onProgress(++checked, total);
    findings.push(...(await checkRegister(source, manifest, register, { damaged, withRenditions, count })));
  }
  return findings;
}

function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const manifest = JSON.parse(text) as Manifest;
    const files = manifest.files.map(({ name }) => name);
    const registers = [...manifest.registers, ...manifest.registers.map(({ declaration }) => declaration)];
    const isPlain = areNamesPlain(
      files,
      registers.map(({ id }) => id),
    );
    const isRight = manifestTypes.includes(manifest.type) && manifestText(manifest) === text;
    return isRight && isPlain ? manifest : undefined;
  } catch {
    return undefined;
  }
}

interface RegisterCheck {
  readonly damaged: ReadonlySet<string>;
  readonly withRenditions: boolean;
  readonly count: () => void;
}

async function checkRegister(
  source: ReleaseSource,
  manifest: Manifest,
  register: ManifestRegister,
  { damaged, withRenditions, count }: RegisterCheck,
): Promise<ReleaseFinding[]> {
  const files = manifest.files.filter(({ register: id, role }) => id === register.id && role === 'rendition');
  // How maps of an earlier type were written, this program no longer knows; their hashes are checked all the same.
  const formats = releaseFormats.filter(
    (format) =>
      files.some((file) => file.format === format) &&
      (format !== 'pmtiles' || manifest.type === manifestType),
  );
  // Records that are not those of the manifest would be rendered for nothing.
  const isRendered = withRenditions && formats.length > 0 && !damaged.has(recordsFile(register.id));
  if (!isRendered) return [...(await checkRecords(source, manifest, register, async () => count()))];
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-verify-'));
  const { id, declaration, records } = register;
  const { title, fields, geometry } = declaration;
  const layer = { id, title: title.en, fields, geometry, records, recordedAt: manifest.recordedAt };
  const renditions = openRenditions(folder, layer, formats as readonly ReleaseFormat[]);
  try {
    let batch: RecordLine[] = [];
    const findings = [
      ...(await checkRecords(source, manifest, register, async (record) => {
        count();
        batch.push(record);
        if (batch.length < linesPerBatch) return;
        await renditions.write(batch);
        batch = [];
      })),
    ];
    if (batch.length > 0) await renditions.write(batch);
    for (const made of await renditions.finish()) {
      const finding = await compare(source, manifest, damaged, made);
      if (finding) findings.push(finding);
    }
    return findings;
  } finally {
    await renditions.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  source: ReleaseSource,
  { files }: Manifest,
  damaged: ReadonlySet<string>,
  { name, file }: Rendition,
): Promise<ReleaseFinding | undefined> {
  const { sha256, register } = files.find((each) => each.name === name)!;
  if (sha256 !== file.hash) return { kind: 'rendition', file: name, register };
  if (!damaged.has(name)) return undefined;
  const byte = await firstDifference(source, name, file.path);
  return byte === undefined ? undefined : { kind: 'file', file: name, register, byte };
}

/** A damaged file is told once, with the place where that is known. */
function mergeFindings(findings: readonly ReleaseFinding[]): readonly ReleaseFinding[] {
  const placed = new Set(
    findings.filter(({ kind, byte }) => kind === 'file' && byte !== undefined).map(({ file }) => file),
  );
  return findings.filter(
    ({ kind, file, byte }) => kind !== 'file' || byte !== undefined || !placed.has(file),
  );
}
