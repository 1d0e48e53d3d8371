import { copyFile, mkdtemp, open, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Database } from 'node-sqlite3-wasm';
import { SourceError } from '../source.ts';

export type { Database } from 'node-sqlite3-wasm';

/** A SQLite file opened for reading alone: two readers may share it, and nothing is written beside it. */
export interface SqliteFile {
  readonly database: Database;
  close(): Promise<void>;
}

/**
 * The driver locks a file with a folder beside it, which a read-only folder refuses and a killed process leaves behind;
 * it is therefore given a link in a folder of its own. @throws SourceError `file-truncated`, `file-damaged`
 */
export async function openSqliteFile(path: string): Promise<SqliteFile> {
  await refuseTruncated(path);
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-read-'));
  const link = join(folder, 'file.gpkg');
  try {
    await symlink(resolve(path), link).catch(() => copyFile(path, link));
    const driver = createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm');
    const database = new driver.Database(link, { readOnly: true });
    return {
      database,
      async close() {
        if (database.isOpen) database.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw damaged(error);
  }
}

/** The header states the number of pages: a file that is shorter was cut off, wherever the damage may show. */
async function refuseTruncated(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    const header = Buffer.alloc(100);
    const { bytesRead } = await handle.read(header, 0, 100, 0);
    const { size } = await handle.stat();
    if (bytesRead < 100) throw new SourceError('file-truncated', { byte: size, records: 0 });
    const stated = header.readUInt16BE(16);
    const pageSize = stated === 1 ? 65536 : stated;
    const isCountValid = header.readUInt32BE(24) === header.readUInt32BE(92);
    const expected = isCountValid ? pageSize * header.readUInt32BE(28) : pageSize;
    if (size < expected) throw new SourceError('file-truncated', { byte: size, expected, records: 0 });
  } finally {
    await handle.close();
  }
}

export function damaged(error: unknown, records = 0): SourceError {
  if (error instanceof SourceError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new SourceError('file-damaged', { format: 'GeoPackage', reason, records }, error);
}
