import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { VerifierKey } from '../../kernel/log/proof/verifier-key.ts';
import { manifestFile } from '../../kernel/release/manifest.ts';
import type { ReleaseFinding, ReleaseReport } from '../../kernel/release/release-report.ts';
import { bytesFrom, folderSource, type ReleaseSource } from '../../kernel/release/release-source.ts';
import { type DeltaReport, parseDeltaManifest, verifyDelta } from '../../kernel/release/verify-delta.ts';
import { verifyRelease } from '../../kernel/release/verify-release.ts';
import { ReleaseDisplay } from '../release/release-display.ts';
import { sayRelease } from '../release/say-release.ts';
import { sayProof } from './sentences.ts';
import { isUrl } from './source.ts';

/** Findings that are written out; the rest is counted. */
const mostShown = 20;

/** Where a release lies that somebody names: its folder, its manifest, or its address; undefined for anything else. */
export function releaseSourceOf(source: string): ReleaseSource | undefined {
  if (isUrl(source)) {
    const { pathname } = new URL(source);
    return /\/releases\/[0-9a-f]{64}(\/delta\/[0-9a-f]{64})?\/?$/.test(pathname)
      ? addressSource(source)
      : undefined;
  }
  if (!existsSync(source)) return undefined;
  if (statSync(source).isDirectory()) return folderSource(source);
  return source.endsWith(manifestFile) ? folderSource(dirname(join(source))) : undefined;
}

function addressSource(address: string): ReleaseSource {
  return {
    async open(name) {
      const answer = await fetch(`${address.replace(/\/$/, '')}/${name}`, { headers: { accept: '*/*' } });
      if (!answer.ok || !answer.body) return undefined;
      return Readable.fromWeb(answer.body as ReadableStream);
    },
  };
}

/** Checks a delta, where one lies there; undefined where it is something else. */
export async function checkDelta(
  source: ReleaseSource,
  keys: readonly VerifierKey[],
): Promise<DeltaReport | undefined> {
  const bytes = await bytesFrom(source, manifestFile);
  return bytes && parseDeltaManifest(bytes) ? await verifyDelta(source, keys) : undefined;
}

/** What is to be told of a delta, line by line. */
export function deltaLines({
  findings,
  counts,
  older,
  newer,
  signedBy,
  areKeysTrusted,
}: DeltaReport): readonly string[] {
  const keys = sayProof(areKeysTrusted ? 'keys.trusted' : 'keys.untrusted', {
    ids: signedBy.join(', ') || '–',
  });
  const { added, changed, restated, removed } = counts;
  const params = {
    older: older.slice(0, 12),
    newer: newer.slice(0, 12),
    added: String(added),
    changed: String(changed),
    restated: String(restated),
    removed: String(removed),
  };
  return findings.length > 0
    ? [
        `✗ ${sayRelease('delta.fails')}`,
        ...findings.slice(0, mostShown).map((finding) => `  ${findingLine(finding)}`),
        `  ${keys}`,
      ]
    : [`✓ ${sayRelease('delta.holds', params)}`, `  ${keys}`];
}

/** Checks a release, showing how far it is. */
export async function checkRelease(
  source: ReleaseSource,
  keys: readonly VerifierKey[],
  withRenditions: boolean,
): Promise<ReleaseReport> {
  const display = new ReleaseDisplay();
  try {
    return await verifyRelease(source, {
      keys,
      withRenditions,
      onProgress: (done, total) => display.show({ stage: 'verifying', done, total }),
    });
  } finally {
    display.end();
  }
}

/** What is to be told of a release, line by line. */
export function releaseLines(report: ReleaseReport): readonly string[] {
  const { findings, withheld, areRenditionsChecked, signedBy, areKeysTrusted } = report;
  const keys = sayProof(areKeysTrusted ? 'keys.trusted' : 'keys.untrusted', {
    ids: signedBy.join(', ') || '–',
  });
  if (findings.length > 0) {
    const more = findings.length - mostShown;
    return [
      `✗ ${sayRelease('verify.fails')}`,
      ...findings.slice(0, mostShown).map((finding) => `  ${findingLine(finding)}`),
      ...(more > 0 ? [`  ${sayProof('log.more', { count: String(more) })}`] : []),
      `  ${keys}`,
    ];
  }
  const { records, files, origin, position, recordedAt } = report;
  const params = {
    records: String(records),
    files: String(files),
    origin,
    position: String(position),
    recordedAt,
  };
  return [
    `✓ ${sayRelease('verify.holds', params)}`,
    ...(withheld > 0 ? [`  ${sayRelease('verify.withheld', { count: String(withheld) })}`] : []),
    `  ${sayRelease(areRenditionsChecked ? 'verify.renditions' : 'verify.not-rendered')}`,
    `  ${keys}`,
  ];
}

function findingLine({ kind, file, line, byte, position, record = '–' }: ReleaseFinding): string {
  const text = (value: number | undefined) => (value === undefined ? '–' : String(value));
  const params = { file, record, line: text(line), byte: text(byte), position: text(position) };
  // A file that is no rendition is not made again, so nobody can say where it differs.
  return sayRelease(kind === 'file' && byte === undefined ? 'finding.damaged' : `finding.${kind}`, params);
}
