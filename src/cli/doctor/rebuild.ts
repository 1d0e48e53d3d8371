import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Config } from '../../kernel/config.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { type RebuildReport, rebuildTables } from '../../kernel/log/rebuild/rebuild-tables.ts';
import type { RebuildLine, RebuildWish } from '../../server/operation/rebuild-route.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say, terminalLanguage } from '../say.ts';
import { refusalOf, type ServerClient } from '../server-client.ts';
import { rebuildMessages } from './messages.ts';

const message = messenger(rebuildMessages);

export function sayRebuild(
  key: keyof (typeof rebuildMessages)['en'],
  params: Record<string, string> = {},
): string {
  return message(terminalLanguage(), key, params);
}

/**
 * Derives tables from the log, through the running server or in the store, and shows how far it is; Ctrl-C stops it with
 * everything as it was. @throws {Refusal}
 */
export async function rebuild(config: Config, wish: RebuildWish): Promise<RebuildReport> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    return await reachStore(config, {
      server: (server) => throughServer(server, wish, stop.signal),
      store: ({ services }) =>
        rebuildTables(services, { ...wish, signal: stop.signal, onProgress: showProgress }),
    });
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    process.stderr.write(`\n${sayRebuild('stopped')}\n`);
    return process.exit(130);
  } finally {
    process.off('SIGINT', onInterrupt);
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[2K');
  }
}

/** What came out, as lines for a person. */
export function rebuildLines({ position, tables, isReplaced }: RebuildReport): string[] {
  const wrong = tables.filter(({ isSame }) => !isSame);
  const lines = tables.flatMap(({ register, kept, derived, isSame, examples }) => {
    if (isSame) return [`✓ ${sayRebuild('same', { register, rows: String(kept.rows) })}`];
    const counts = { register, kept: String(kept.rows), derived: String(derived.rows) };
    const records = examples.map(
      ({ record, kept: only, derived: missing }) =>
        `    ${sayRebuild('example', { record, kept: String(only), derived: String(missing) })}`,
    );
    return [`✗ ${sayRebuild('differs', counts)}`, ...records];
  });
  const at = { position: String(position), count: String(wrong.length) };
  if (isReplaced) return [...lines, sayRebuild('replaced')];
  return [...lines, sayRebuild(wrong.length === 0 ? 'all-same' : 'some-differ', at)];
}

async function throughServer(
  server: ServerClient,
  wish: RebuildWish,
  signal: AbortSignal,
): Promise<RebuildReport> {
  const answer = await server.request('operation/rebuild', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
    signal,
  });
  if (!answer.ok) throw await refusalOf(answer);
  const input = Readable.fromWeb(answer.body as ReadableStream);
  for await (const text of createInterface({ input })) {
    const line = JSON.parse(text) as RebuildLine;
    if ('report' in line) return line.report;
    if ('problem' in line) throw new Refusal(say('refused.server-problem', { detail: line.problem.detail }));
    showProgress(line.progress);
  }
  throw new Refusal(say('refused.server-problem', { detail: '' }));
}

const barWidth = 24;
let shown = 0;

function showProgress({ done, total }: { readonly done: number; readonly total: number }): void {
  const now = performance.now();
  if (now - shown < (process.stderr.isTTY ? 100 : 1000)) return;
  shown = now;
  if (!process.stderr.isTTY) {
    process.stderr.write(
      `${JSON.stringify({ time: new Date().toISOString(), stage: 'rebuild', done, total })}\n`,
    );
    return;
  }
  const share = total > 0 ? done / total : 1;
  const bar = '█'.repeat(Math.round(share * barWidth)).padEnd(barWidth, '░');
  process.stderr.write(
    `\r\x1b[2K  ${sayRebuild('progress')} ${bar} ${Math.floor(share * 100)} % ${done}/${total}`,
  );
}
