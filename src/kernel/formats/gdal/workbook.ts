import type { Source, SourceLayer, SourceOptions } from '../source.ts';
import { openGdalFormat } from './formats.ts';

/**
 * A workbook through GDAL. It takes a first row for names only where the second looks different, and so finds none in a table
 * that is text throughout: where all first rows could be names, they are.
 */
export async function openWorkbook(options: SourceOptions): Promise<Source> {
  const source = await openGdalFormat('xlsx', options);
  const unnamed = (await source.layers()).filter(hasNoNames);
  if (unnamed.length === 0) return source;
  try {
    for (const { name } of unnamed) if (!(await couldBeNames(source, name))) return await reopened('AUTO');
  } finally {
    await source.close();
  }
  return reopened('FORCE');

  function reopened(headers: string): Promise<Source> {
    return openGdalFormat('xlsx', options, { config: { OGR_XLSX_HEADERS: headers } });
  }
}

/** GDAL calls the columns of such a sheet Field1, Field2, … */
function hasNoNames({ fields }: SourceLayer): boolean {
  return fields.length > 0 && fields.every(({ name }, i) => name === `Field${i + 1}`);
}

async function couldBeNames(source: Source, layer: string): Promise<boolean> {
  for await (const [first] of source.records(layer)) {
    const cells = Object.values(first?.properties ?? {});
    return (
      cells.every(
        (cell) => typeof cell === 'string' && cell.trim() !== '' && !Number.isFinite(Number(cell)),
      ) && new Set(cells).size === cells.length
    );
  }
  return false;
}
