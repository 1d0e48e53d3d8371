import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { type Params, Problem } from '../../kernel/errors.ts';
import { lonLatBoxParameter } from '../../kernel/http/bbox-parameter.ts';
import { problemOfFilter } from '../../kernel/http/problem-of.ts';
import type { Change, ChangeKind } from '../../kernel/log/feed/change.ts';
import { sincePosition } from '../../kernel/log/feed/cursor.ts';
import { openFeed } from '../../kernel/log/feed/open-feed.ts';
import { readChanges } from '../../kernel/log/feed/read-changes.ts';
import { LogWatch } from '../../kernel/log/follow/log-watch.ts';
import { FilterError } from '../../kernel/query/filter-error.ts';
import type { Store } from '../../server/open-store.ts';
import { reachStore } from '../reach-store.ts';
import type { ServerClient } from '../server-client.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import type { QuestionOptions } from '../transfer/export-question.ts';
import { sayTransfer } from '../transfer/say-transfer.ts';
import { sayFeed } from './say-feed.ts';

interface ChangesOptions extends Pick<QuestionOptions, 'filter' | 'bbox'> {
  readonly since?: string;
  readonly types?: string;
  readonly follow?: boolean;
  readonly json?: boolean;
}

/** A change as both doors of the verb give it. */
type Line = Pick<Change, 'kind' | 'position' | 'register' | 'recordedAt' | 'actor' | 'cause' | 'erases'> & {
  readonly record?: string;
};

interface Page {
  readonly changes: readonly Line[];
  readonly next: number;
  readonly isLatest: boolean;
}

const pageLimit = 1000;
const patienceSeconds = 20;

/** `ufuq changes [REGISTER]`: what was changed, in the order of the log, and with `--follow` what comes. */
export function addChanges(program: Command): void {
  const verb = program
    .command('changes')
    .argument('[REGISTER]', sayFeed('argument.changes-register'))
    .description(sayFeed('verb.changes'))
    .option('--since <CURSOR>', sayFeed('option.since'))
    .option('--filter <CQL2>', sayTransfer('option.filter'))
    .option('--bbox <BOX>', sayTransfer('option.bbox'))
    .option('--types <KINDS>', sayFeed('option.types'))
    .option('--follow', sayFeed('option.follow'))
    .option('--json', sayFeed('option.json-lines'));
  addSettings(verb, storeSettings).action(
    async (register: string | undefined, options: ChangesOptions, command: Command) => {
      const { config } = readConfig(command);
      const next = await reachStore<number>(config, {
        server: (server) => printAll(options, pagesOfServer(server, register, options)),
        store: (store) => printAll(options, pagesOfStore(store, register, options)),
      });
      if (!options.json) process.stderr.write(`${sayFeed('changes.end', { position: String(next) })}\n`);
    },
  );
}

async function printAll({ json }: ChangesOptions, pages: AsyncIterable<Page>): Promise<number> {
  let next = 0;
  for await (const page of pages) {
    ({ next } = page);
    const lines = page.changes.map((change) => `${json ? JSON.stringify(change) : lineOf(change)}\n`);
    if (lines.length > 0 && !process.stdout.write(lines.join('')))
      await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return next;
}

function lineOf({ kind, position, register, record, recordedAt, actor, cause, erases }: Line): string {
  const place = record ? `${register}/${record}` : register;
  const what = sayFeed(`changes.${kind}`, erases === undefined ? {} : { erases: String(erases) });
  return [String(position).padStart(8), recordedAt, place, what, actor, cause].join('  ');
}

async function* pagesOfServer(
  server: ServerClient,
  register: string | undefined,
  { since, filter, bbox, types, follow }: ChangesOptions,
): AsyncGenerator<Page> {
  const path = register === undefined ? 'changes' : `collections/${encodeURIComponent(register)}/changes`;
  const query = new URLSearchParams({ limit: String(pageLimit), since: since ?? '0' });
  if (filter !== undefined) query.set('filter', filter);
  if (bbox !== undefined) query.set('bbox', bbox);
  if (types !== undefined) query.set('types', types);
  if (follow) query.set('wait', String(patienceSeconds));
  for (;;) {
    const page = await server.json<Page>(`${path}?${query}`);
    yield page;
    if (page.isLatest && !follow) return;
    query.set('since', String(page.next));
  }
}

async function* pagesOfStore(
  { services }: Store,
  register: string | undefined,
  options: ChangesOptions,
): AsyncGenerator<Page> {
  const { database, registry } = services;
  const { filter, bbox } = options;
  if (filter !== undefined && register === undefined)
    throw faulty('filter', 'changes-filter-needs-registers');
  const box = bbox === undefined ? undefined : lonLatBoxParameter(bbox);
  if (box && !('value' in box)) throw faulty('bbox', box.code, { value: bbox!, ...box.params });
  const feed = await openFeed(registry, {
    caller: administrator,
    ...(register !== undefined && { registers: [register] }),
    ...(filter !== undefined && { filter: { source: filter, language: 'cql2-text' as const } }),
    ...(box && { bbox: box.value }),
    ...(options.types && { kinds: new Set(options.types.split(',') as ChangeKind[]) }),
  }).catch((error) => {
    throw error instanceof FilterError ? problemOfFilter(error) : error;
  });
  const watch = new LogWatch(database);
  try {
    for (let since = await sincePosition(database, options.since ?? '0'); ; ) {
      const page = await readChanges(database, feed, { since, limit: pageLimit });
      yield page;
      since = page.next;
      if (page.isLatest && !options.follow) return;
      if (page.isLatest) await watch.beyond(since, patienceSeconds * 1000);
    }
  } finally {
    await watch.close();
  }
}

function faulty(name: string, code: string, params: Params = {}): Problem {
  return new Problem('invalid-parameter', {}, [{ pointer: `parameter:${name}`, code, params }]);
}
