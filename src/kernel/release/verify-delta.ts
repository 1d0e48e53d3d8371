import { createHash } from 'node:crypto';
import { canonicalJson } from '../log/canonical-json.ts';
import type { VerifierKey } from '../log/proof/verifier-key.ts';
import { checkFile } from './check-files.ts';
import { checkNote, keysOf } from './check-signatures.ts';
import { type DeltaLine, type DeltaOperation, deltaOperations, linesOfDelta } from './delta-line.ts';
import { type DeltaManifest, deltaFile, deltaManifestText, deltaType } from './delta-manifest.ts';
import { linesOf } from './line-reader.ts';
import { manifestFile } from './manifest.ts';
import { areNamesPlain } from './manifest-names.ts';
import { readLine } from './record-line.ts';
import type { ReleaseFinding } from './release-report.ts';
import { bytesFrom, type ReleaseSource } from './release-source.ts';

/** What came of checking a delta. */
export interface DeltaReport {
  readonly id: string;
  readonly older: string;
  readonly newer: string;
  readonly counts: Readonly<Record<DeltaOperation, number>>;
  readonly signedBy: readonly string[];
  readonly areKeysTrusted: boolean;
  readonly findings: readonly ReleaseFinding[];
}

/** The manifest of a delta; undefined where it is damaged, or of something else. */
export function parseDeltaManifest(bytes: Uint8Array): DeltaManifest | undefined {
  try {
    const text = Buffer.from(bytes).toString('utf8');
    const manifest = JSON.parse(text) as DeltaManifest;
    const isRight = manifest.type === deltaType && deltaManifestText(manifest) === text;
    const ids = manifest.registers.map(({ id }) => id);
    return isRight && areNamesPlain([manifest.file.name], ids) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks a delta from its own files: that it is the one that was signed, and that it has as many changes of each kind as
 * it says. Whether it leads from one release to the other shows when it is laid over the older one.
 */
export async function verifyDelta(
  source: ReleaseSource,
  trusted: readonly VerifierKey[] = [],
): Promise<DeltaReport> {
  const bytes = (await bytesFrom(source, manifestFile)) ?? new Uint8Array(0);
  const manifest = parseDeltaManifest(bytes);
  const counts: Record<DeltaOperation, number> = { added: 0, changed: 0, restated: 0, removed: 0 };
  const id = createHash('sha256').update(bytes).digest('hex');
  const areKeysTrusted = trusted.length > 0;
  if (!manifest) {
    const findings = [{ kind: 'manifest', file: manifestFile } as const];
    return { id, older: '', newer: '', counts, signedBy: [], areKeysTrusted, findings };
  }
  const keys = await keysOf(source, trusted);
  const note = await checkNote(source, deltaType, bytes, keys);
  const findings: ReleaseFinding[] = [...keys.findings, ...note.findings];
  const { file, registers, older, newer } = manifest;
  const damage = await checkFile(source, { ...file, register: '' });
  if (damage) findings.push({ kind: damage.kind, file: file.name });
  const stream = await source.open(deltaFile);
  let line = 0;
  if (stream)
    for await (const text of linesOf(stream)) {
      line++;
      const op = operationOf(text);
      if (op) counts[op]++;
      else findings.push({ kind: 'record', file: deltaFile, line });
    }
  const isCounted = deltaOperations.every(
    (op) => counts[op] === registers.reduce((sum, register) => sum + register[op], 0),
  );
  if (!isCounted) findings.push({ kind: 'records', file: deltaFile });
  return { id, older, newer, counts, signedBy: note.signedBy, areKeysTrusted, findings };
}

/** What a line tells; undefined where it, or a line of the releases that it stands for, is not in canonical form. */
function operationOf(text: string): DeltaOperation | undefined {
  try {
    const line = JSON.parse(text) as DeltaLine;
    if (canonicalJson(line) !== text || !deltaOperations.includes(line.op)) return undefined;
    const { older, newer } = linesOfDelta(line);
    const isRead = [older, newer].every((each) => !each || readLine(canonicalJson(each), line.register));
    const needsBoth = line.op === 'changed' || line.op === 'restated';
    const hasBoth = older !== undefined && newer !== undefined;
    return isRead && hasBoth === needsBoth ? line.op : undefined;
  } catch {
    return undefined;
  }
}
