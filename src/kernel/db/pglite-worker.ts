import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Results } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { errorFields } from './database-error.ts';
import { sessionSettings } from './pg-settings.ts';
import type { PgliteReply, PgliteRequest, PgliteResult, PgliteWorkerData } from './pglite-messages.ts';

/** The thread that PGlite runs in, so that a long statement never holds up the event loop of the server. */

type Row = (string | null)[];

const port = parentPort!;
const { folder } = workerData as PgliteWorkerData;

function reply(message: PgliteReply): void {
  port.postMessage(message);
}

/** Leaves values as the text that the server sent: they are read on the other side, as those of pg are. */
function keepText(database: PGlite): void {
  for (const oid of Object.keys(database.parsers)) database.parsers[oid] = (text) => text;
  database.serializers = {};
}

async function open(): Promise<PGlite> {
  const settings = Object.entries(sessionSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const database = await PGlite.create({
    dataDir: folder === undefined ? 'memory://' : `file://${folder}`,
    extensions: { postgis, pg_trgm },
    startParams: [...PGlite.defaultStartParams, ...settings],
  });
  keepText(database);
  database.onNotification((channel, payload) => reply({ kind: 'notification', channel, payload }));
  return database;
}

function resultOf(results: Results<Row>): PgliteResult {
  return {
    names: results.fields.map((field) => field.name),
    types: results.fields.map((field) => field.dataTypeID),
    rows: results.rows,
    command: results.command ?? '',
    affectedRows: results.affectedRows ?? 0,
  };
}

function copyStatement(target: string, isBinary: boolean): string {
  return `copy ${target} from '/dev/blob' (format ${isBinary ? 'binary' : 'text'})`;
}

async function serve(database: PGlite, request: PgliteRequest): Promise<PgliteResult | undefined> {
  switch (request.kind) {
    case 'query':
      return resultOf(
        await database.query<Row>(request.text, [...request.values], { rowMode: 'array' as const }),
      );
    case 'copy':
      return resultOf(
        await database.query<Row>(copyStatement(request.target, request.isBinary), [], {
          blob: new Blob([request.lines as Uint8Array<ArrayBuffer>]),
          rowMode: 'array' as const,
        }),
      );
    case 'copy-out': {
      const results = await database.query<Row>(request.text, [], { rowMode: 'array' as const });
      return { ...resultOf(results), written: new Uint8Array(await results.blob!.arrayBuffer()) };
    }
    case 'close':
      await database.close();
      return undefined;
  }
}

async function answer(database: PGlite, request: PgliteRequest): Promise<void> {
  const { number } = request;
  try {
    reply({ kind: 'done', number, result: await serve(database, request) });
  } catch (error) {
    const fields = errorFields(error);
    const failure =
      fields === undefined
        ? { kind: 'other' as const, message: error instanceof Error ? error.message : String(error) }
        : { kind: 'database' as const, fields };
    reply({ kind: 'failed', number, failure });
  }
  if (request.kind === 'close') port.close();
}

try {
  const database = await open();
  port.on('message', (request: PgliteRequest) => void answer(database, request));
  reply({ kind: 'ready' });
} catch (error) {
  reply({ kind: 'failed-to-open', message: error instanceof Error ? error.message : String(error) });
  port.close();
}
