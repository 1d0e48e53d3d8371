import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { formatOfName } from '../formats.ts';
import { type Source, SourceError, type SourceOptions } from '../source.ts';
import { joined } from './joined-source.ts';
import { unpackEntry, type ZipEntry } from './zip.ts';

/** How a file that lay in an archive is opened; given by `openSource` so that archives need not know the formats. */
export type OpenInner = (options: SourceOptions) => Promise<Source>;

/** Name of the one file in the archive that stands for all: a workbook is opened as it is. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name === 'xl/workbook.xml');
}

/**
 * Opens the data in a ZIP file from a temporary folder that goes when the source is closed. Several data files are the
 * layers of one source. @throws SourceError `archive-without-data`, `archive-too-large`, `file-truncated`, `part-missing`
 */
export async function openArchive(
  options: SourceOptions,
  entries: readonly ZipEntry[],
  open: OpenInner,
): Promise<Source> {
  const mains = mainEntries(entries, options);
  const folder = await mkdtemp(join(tmpdir(), 'ufuq-zip-'));
  const clean = () => rm(folder, { recursive: true, force: true });
  const sources: Source[] = [];
  try {
    for (const main of mains) {
      for (const entry of partsOf(main, entries))
        await unpackEntry(options.path, entry, folder, plainName(entry.name));
      const path = join(folder, plainName(main.name));
      const isUnnamed = /^doc\.kml$/i.test(plainName(main.name));
      sources.push(await open({ ...options, path, name: isUnnamed ? (options.name ?? options.path) : path }));
    }
    return joined(sources, clean);
  } catch (error) {
    for (const source of sources) await source.close();
    await clean();
    throw error;
  }
}

function mainEntries(entries: readonly ZipEntry[], options: SourceOptions): ZipEntry[] {
  const shapes = entries.filter(({ name }) => extension(name) === 'shp');
  const data = shapes.length > 0 ? shapes : entries.filter(({ name }) => isData(name));
  if (data.length > 0) {
    const chosen = data.filter(({ name }) => stem(name) === options.layer);
    return chosen.length > 0 ? chosen : data;
  }
  const file = basename(options.name ?? options.path);
  const orphan = entries.find(({ name }) => ['dbf', 'shx', 'prj'].includes(extension(name)));
  if (orphan) throw new SourceError('part-missing', { part: '.shp', file });
  throw new SourceError('archive-without-data', { file });
}

/** The entry and those that share its name up to the extension: parts of a shapefile, the schema of a GML file. */
function partsOf(main: ZipEntry, entries: readonly ZipEntry[]): ZipEntry[] {
  const root = rootOf(main.name);
  return entries.filter(({ name }) => rootOf(name) === root);
}

function rootOf(name: string): string {
  return name.slice(0, name.length - extname(name).length).toLowerCase();
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
