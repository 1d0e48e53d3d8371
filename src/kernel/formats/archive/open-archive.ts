import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { formatOfName } from '../formats.ts';
import { type Source, SourceError, type SourceOptions } from '../source.ts';
import { unpackEntry, type ZipEntry } from './zip.ts';

/** How a file that lay in an archive is opened; given by `openSource` so that archives need not know the formats. */
export type OpenInner = (options: SourceOptions, onClose: () => Promise<void>) => Promise<Source>;

/** Name of the one file in the archive that stands for all: a workbook is opened as it is. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === 'xl/workbook.xml');
}

/**
 * Opens the data in a ZIP file from a temporary folder that goes when the source is closed.
 * @throws SourceError `archive-without-data`, `archive-many`, `archive-too-large`, `file-truncated`
 */
export async function openArchive(
  options: SourceOptions,
  entries: readonly ZipEntry[],
  open: OpenInner,
): Promise<Source> {
  const main = mainEntry(entries, options);
  const wanted = extension(main.name) === 'shp' ? partsOf(main, entries) : [main];
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-zip-'));
  const clean = () => rm(folder, { recursive: true, force: true });
  try {
    for (const entry of wanted) await unpackEntry(options.path, entry, folder, plainName(entry.name));
    const path = join(folder, plainName(main.name));
    const name =
      extension(main.name) === 'kml' && /^doc\.kml$/i.test(plainName(main.name))
        ? (options.name ?? options.path)
        : path;
    return await open({ ...options, path, name }, clean);
  } catch (error) {
    await clean();
    throw error;
  }
}

function mainEntry(entries: readonly ZipEntry[], options: SourceOptions): ZipEntry {
  const shapes = entries.filter(({ name }) => extension(name) === 'shp');
  const data = shapes.length > 0 ? shapes : entries.filter(({ name }) => isData(name));
  const chosen =
    options.layer === undefined ? undefined : data.find(({ name }) => stem(name) === options.layer);
  const [only, ...others] = data;
  if (chosen) return chosen;
  const file = basename(options.name ?? options.path);
  if (!only) {
    const orphan = entries.find(({ name }) => ['dbf', 'shx', 'prj'].includes(extension(name)));
    if (orphan) throw new SourceError('part-missing', { part: '.shp', file });
    throw new SourceError('archive-without-data', { file });
  }
  if (others.length > 0) {
    throw new SourceError('archive-many', {
      file,
      layers: data
        .map(({ name }) => stem(name))
        .slice(0, 20)
        .join(', '),
    });
  }
  return only;
}

function partsOf(main: ZipEntry, entries: readonly ZipEntry[]): ZipEntry[] {
  const root = main.name.slice(0, -4).toLowerCase();
  return entries.filter(({ name }) => name.slice(0, -extname(name).length).toLowerCase() === root);
}

function isData(name: string): boolean {
  const format = formatOfName(name);
  return format !== undefined && !['zip', 'txt', 'xml'].includes(extension(name));
}

function extension(name: string): string {
  return extname(name).slice(1).toLowerCase();
}

function plainName(name: string): string {
  return basename(name.replaceAll('\\', '/'));
}

function stem(name: string): string {
  return basename(plainName(name), extname(name));
}
