import { open, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { type ReadProblem, SourceError } from '../source.ts';

/** The files that make up one shapefile, whatever case their names are in. */
export interface ShapefileParts {
  readonly shp: string;
  readonly shx?: string;
  readonly dbf?: string;
  readonly prj?: string;
  readonly cpg?: string;
}

export async function findParts(path: string): Promise<ShapefileParts> {
  const folder = dirname(path);
  const stem = basename(path, extname(path)).toLowerCase();
  const parts: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    const extension = extname(name);
    if (name.slice(0, name.length - extension.length).toLowerCase() === stem) {
      parts[extension.slice(1).toLowerCase()] = join(folder, name);
    }
  }
  if (!parts.shp) throw new SourceError('part-missing', { part: '.shp', file: basename(path) });
  return parts as unknown as ShapefileParts;
}

/** What is missing beside the geometry, said once for the layer. */
export function missingParts(parts: ShapefileParts): ReadProblem[] {
  const problems: ReadProblem[] = [];
  const file = basename(parts.shp);
  const say = (code: ReadProblem['code'], part: string) =>
    problems.push({ code, severity: 'warning', params: { part, file } });
  if (!parts.dbf) say('attributes-missing', '.dbf');
  if (!parts.shx) say('index-missing', '.shx');
  if (!parts.prj) say('crs-missing', '.prj');
  return problems;
}

/** Headers state how long the files are: shorter ones were cut off. @throws SourceError */
export async function refuseTruncatedParts(parts: ShapefileParts): Promise<void> {
  const shp = await headerOf(parts.shp, 100);
  if (shp.bytes.length < 100 || shp.bytes.readInt32BE(0) !== 9994) {
    throw shp.bytes.length < 100 ? truncated(parts.shp, shp.size, 100) : notShapefile(parts.shp);
  }
  const stated = shp.bytes.readInt32BE(24) * 2;
  if (shp.size < stated) throw truncated(parts.shp, shp.size, stated);
  if (!parts.dbf) return;
  const dbf = await headerOf(parts.dbf, 32);
  if (dbf.bytes.length < 32) throw truncated(parts.dbf, dbf.size, 32);
  const needed = dbf.bytes.readUInt16LE(8) + dbf.bytes.readUInt32LE(4) * dbf.bytes.readUInt16LE(10);
  if (dbf.size < needed) throw truncated(parts.dbf, dbf.size, needed);
}

async function headerOf(path: string, count: number): Promise<{ bytes: Buffer; size: number }> {
  const handle = await open(path, 'r');
  try {
    const bytes = Buffer.alloc(count);
    const { bytesRead } = await handle.read(bytes, 0, count, 0);
    return { bytes: bytes.subarray(0, bytesRead), size: (await handle.stat()).size };
  } finally {
    await handle.close();
  }
}

function truncated(path: string, size: number, expected: number): SourceError {
  return new SourceError('file-truncated', { part: basename(path), byte: size, expected, records: 0 });
}

function notShapefile(path: string): SourceError {
  return new SourceError('file-damaged', { format: 'Shapefile', reason: basename(path) });
}

/** Name of the character set of the attributes: the `.cpg` file's, else undefined (the `.dbf` states a language). */
export async function statedEncoding(parts: ShapefileParts): Promise<string | undefined> {
  if (!parts.cpg) return undefined;
  const text = (await readFile(parts.cpg, 'latin1')).trim();
  return text === '' ? undefined : text;
}
