import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { ReleaseProgress } from '../../kernel/release/make-release.ts';
import type { ReleaseWish } from '../../kernel/release/release-question.ts';
import type { ReleaseSummary } from '../../kernel/release/release-store.ts';
import { postJson } from '../keys/keys-verbs.ts';
import { Refusal } from '../refusal.ts';
import { refusalOf, type ServerClient } from '../server-client.ts';
import { sayRelease } from './say-release.ts';

const pollMs = 300;

interface Job {
  readonly id: string;
  readonly status: 'waiting' | 'running' | 'made' | 'cancelled' | 'failed';
  readonly progress?: ReleaseProgress;
  readonly release?: string;
  readonly isNew?: boolean;
  readonly problem?: { readonly detail?: string; readonly errors?: readonly { readonly detail: string }[] };
}

/** Has the running server make a release; an interrupt stops it there as well. */
export async function makeThroughServer(
  server: ServerClient,
  wish: ReleaseWish,
  onProgress: (progress: ReleaseProgress) => void,
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  let job = await postJson<Job>(server, 'releases', wish);
  const stop = () => {
    void server.request(`releases/jobs/${job.id}`, { method: 'DELETE' }).finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  try {
    while (job.status === 'waiting' || job.status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, pollMs));
      job = await server.json<Job>(`releases/jobs/${job.id}`);
      if (job.progress) onProgress(job.progress);
    }
  } finally {
    process.off('SIGINT', stop);
  }
  if (job.status !== 'made') {
    const { detail = job.status, errors = [] } = job.problem ?? {};
    const lines = errors.map((error) => `  ${error.detail}`);
    throw new Refusal([sayRelease('refused.job', { detail }), ...lines].join('\n'));
  }
  return { id: job.release!, isNew: job.isNew === true };
}

/** Fetches every file of a release, or of a difference, into a folder; the manifest last. */
export async function fetchFolder(
  server: ServerClient,
  path: string,
  names: readonly string[],
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const last = 'manifest.json';
  await rm(join(folder, last), { force: true });
  for (const name of [...names.filter((each) => each !== last), last]) {
    const answer = await server.request(`${path}/${name}`, { headers: { accept: '*/*' } });
    if (!answer.ok) throw await refusalOf(answer);
    const target = join(folder, name);
    const body = answer.body ? Readable.fromWeb(answer.body as ReadableStream) : Readable.from([]);
    await pipeline(body, createWriteStream(`${target}.part`));
    await rename(`${target}.part`, target);
  }
}

/** Releases that a verb looks through. */
export const mostListed = 1000;

/** The releases that a server lists. */
export async function servedReleases(server: ServerClient): Promise<readonly ReleaseSummary[]> {
  return (await server.json<{ releases: ReleaseSummary[] }>(`releases?limit=${mostListed}`)).releases;
}

/** The one release whose id begins so. @throws {Refusal} */
export function byPrefix(releases: readonly ReleaseSummary[], prefix: string): string {
  const found = releases.filter(({ id }) => id.startsWith(prefix.toLowerCase()));
  if (found.length !== 1 || prefix === '') throw new Refusal(sayRelease('refused.id', { id: prefix }));
  return found[0]!.id;
}
