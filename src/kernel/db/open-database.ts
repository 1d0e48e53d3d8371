import type { Database } from './database.ts';
import { hasStore, type OpenProgress, reportProgress } from './open-progress.ts';
import { PgDatabase } from './pg.ts';
import { PgliteDatabase } from './pglite.ts';

export interface OpenOptions {
  /** `postgres://…` of a server with PostGIS. */
  readonly url?: string | undefined;
  /** Folder of the embedded store; neither it nor a URL keeps everything in memory. */
  readonly folder?: string | undefined;
  /** Longest time of one statement outside of a transaction, on a server. */
  readonly statementMilliseconds?: number | undefined;
  readonly connections?: number | undefined;
  readonly onProgress?: OpenProgress | undefined;
}

/** Opens the database that the options name: a server's where there is a URL, else the embedded one. */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { url, folder } = options;
  if (url === undefined) {
    const isNew = folder === undefined || !hasStore(folder);
    return await reportProgress(isNew, options.onProgress, () => PgliteDatabase.open(folder));
  }
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Error(
      `A database is named as postgres://user:password@host:port/name, not "${url.split(':')[0]}:…"`,
    );
  return new PgDatabase({
    url,
    ...(options.statementMilliseconds !== undefined && {
      statementMilliseconds: options.statementMilliseconds,
    }),
    ...(options.connections !== undefined && { connections: options.connections }),
  });
}
