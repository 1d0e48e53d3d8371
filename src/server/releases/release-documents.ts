import type { Link } from '../../kernel/http/links.ts';
import { problemDocument } from '../../kernel/http/problem-document.ts';
import type { Language } from '../../kernel/i18n/language.ts';
import { keysFile } from '../../kernel/release/check-signatures.ts';
import { checkpointFile, manifestFile, noteFile } from '../../kernel/release/manifest.ts';
import type { ReleaseSummary, StoredRelease } from '../../kernel/release/release-store.ts';
import type { ReleaseJob } from './release-jobs.ts';

const json = 'application/json';

/** A release in a list. */
export function summaryDocument(base: string, release: ReleaseSummary) {
  return { ...release, links: [link(`${base}/releases/${release.id}`, 'self', json)] };
}

/** A release by itself: what it holds, every file with its hash, how it is signed. */
export function releaseDocument(base: string, stored: StoredRelease) {
  const { manifestText: _, manifest, note, checkpoint, ...summary } = stored;
  const url = `${base}/releases/${stored.id}`;
  const { recordedAt, datetime, licence, crs, access, log, registers } = manifest;
  return {
    ...summary,
    recordedAt,
    datetime,
    licence,
    crs,
    access,
    log: { origin: log.origin, size: log.size, root: log.root },
    contents: registers.map(
      ({ id, declaration, records, withheld, restricted, bbox, interval, sources, completeness }) => ({
        id,
        title: declaration.title,
        records,
        withheld,
        restricted,
        bbox,
        interval,
        sources,
        completeness,
      }),
    ),
    note,
    checkpoint,
    files: manifest.files.map((file) => ({ ...file, href: `${url}/${file.name}` })),
    links: [
      link(url, 'self', json),
      link(`${url}/${manifestFile}`, 'describedby', json),
      link(`${url}/${noteFile}`, 'signature', 'text/plain'),
      link(`${url}/${checkpointFile}`, 'checkpoint', 'text/plain'),
      link(`${url}/${keysFile}`, 'keys', 'text/plain'),
      link(`${base}/releases`, 'collection', json),
      ...manifest.files.map(({ name, mediaType }) => link(`${url}/${name}`, 'enclosure', mediaType)),
    ],
  };
}

/** A release under way, or what came of it. */
export function jobDocument(base: string, job: ReleaseJob, language: Language) {
  const { id, registers, created, status, progress, release, isNew, problem } = job;
  return {
    id,
    registers,
    status,
    created: created.toISOString(),
    ...(progress !== undefined && { progress }),
    ...(release !== undefined && { release, isNew }),
    ...(problem !== undefined && { problem: problemDocument(problem, language, base) }),
    links: [
      link(`${base}/releases/jobs/${id}`, 'self', json),
      ...(release === undefined ? [] : [link(`${base}/releases/${release}`, 'related', json)]),
    ],
  };
}

function link(href: string, rel: string, type: string): Link {
  return { href, rel, type };
}
