import { readFileSync } from 'node:fs';

/** One table of comma-separated cells; carriage returns are dropped. */
export function readCells(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .replaceAll('\r', '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

export interface ProfileRow {
  readonly distanceKm: number;
  readonly terrainM: number;
  /** 1 water, 2 open, 3 suburban, 4 urban or trees, 5 dense urban */
  readonly coverage: number;
  readonly coverM: number;
  /** 1 sea, 3 coastal land, 4 inland */
  readonly zone: number;
}

/** A Study Group 3 profile file: the rows between its {Begin of Profile} and {End of Profile}, and all lines. */
export function readProfileFile(file: string): { rows: ProfileRow[]; cells: string[][] } {
  const cells = readCells(file);
  const begin = cells.findIndex((line) => line[0]?.startsWith('{Begin of Profile}'));
  const end = cells.findIndex((line) => line[0]?.startsWith('{End of Profile}'));
  const rows = cells.slice(begin + 2, end).map((line) => ({
    distanceKm: Number(line[0]),
    terrainM: Number(line[1]),
    coverage: Number(line[2] ?? 0),
    coverM: Number(line[3] ?? 0),
    zone: Number(line[4] ?? 4),
  }));
  return { rows, cells };
}

/** The zone names of the engine for the codes of these files; land that says no more is inland. */
export function zoneName(code: number): string {
  return { 1: 'sea', 3: 'coastal' }[code] ?? 'inland';
}
