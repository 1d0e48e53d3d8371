import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import type { ReportDocument } from '../../kernel/transfer/report.ts';
import type { ImportDocument } from '../../server/transfer/import-document.ts';
import { Refusal } from '../refusal.ts';
import { refusalOf, type ServerClient } from '../server-client.ts';
import type { ImportDisplay } from './import-display.ts';

const pollMilliseconds = 300;

/** Sends a file to the running server and follows the import there; an interruption cancels it there as well. */
export async function importThroughServer(
  server: ServerClient,
  path: string,
  parameters: URLSearchParams,
  { display, signal }: { readonly display: ImportDisplay; readonly signal: AbortSignal },
): Promise<ReportDocument | undefined> {
  parameters.set('name', basename(path));
  const response = await server.request(`imports?${parameters}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
    signal,
  } as RequestInit);
  if (!response.ok) throw await refusalOf(response);
  let job = (await response.json()) as ImportDocument;
  while (job.status === 'waiting' || job.status === 'running') {
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
    job = await server.json<ImportDocument>(
      `imports/${job.id}?findings=all`,
      signal.aborted ? { method: 'DELETE' } : {},
    );
    if (job.progress) display.show(job.progress);
  }
  if (job.problem) throw new Refusal(job.problem.detail);
  return job.report;
}
