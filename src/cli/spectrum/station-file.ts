import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Station } from '../../desks/spectrum/engine/border/station.ts';
import { Refusal } from '../refusal.ts';
import { say } from './say.ts';

const NEEDED = ['id', 'lon', 'lat', 'heightM', 'frequencyMHz', 'erpDbW'] as const;

type Row = Readonly<Record<string, unknown>>;

/** Reads a file or refuses with its name and the reason. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Refusal(
      say('refused.file', { file, reason: (error as NodeJS.ErrnoException).code ?? String(error) }),
    );
  }
}

/** Parses JSON or refuses with the file's name. */
export function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Refusal(say('refused.file', { file, reason: (error as Error).message }));
  }
}

/**
 * Reads stations from CSV (columns id, lon, lat, heightM, frequencyMHz, erpDbW, and if wanted polarisation,
 * azimuthDeg, gainDbi, beamwidthDeg, tiltDeg, limitDbuV) or from GeoJSON points with the same properties.
 */
export async function readStations(file: string): Promise<Station[]> {
  const text = await readText(file);
  const rows = /\.csv$/i.test(file) ? fromCsv(file, text) : fromGeoJson(file, text);
  const missing = NEEDED.filter((name) => rows.some((row) => row[name] === undefined || row[name] === ''));
  if (rows.length === 0 || missing.length > 0) {
    throw new Refusal(
      say('refused.columns', {
        file,
        needed: NEEDED.join(', '),
        missing: (missing.length > 0 ? missing : NEEDED).join(', '),
      }),
    );
  }
  return rows.map(toStation);
}

function fromCsv(file: string, text: string): Row[] {
  try {
    return parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true }) as Row[];
  } catch (error) {
    throw new Refusal(say('refused.file', { file, reason: (error as Error).message }));
  }
}

function fromGeoJson(file: string, text: string): Row[] {
  const { features = [] } = parseJson(file, text) as {
    features?: { id?: unknown; properties?: Row; geometry?: { type: string; coordinates: number[] } }[];
  };
  return features
    .filter((feature) => feature.geometry?.type === 'Point')
    .map(({ id, properties, geometry }) => ({
      id,
      ...properties,
      lon: geometry!.coordinates[0],
      lat: geometry!.coordinates[1],
    }));
}

function toStation(row: Row): Station {
  const number = (name: string) => {
    const value = row[name];
    return value === undefined || value === null || value === '' ? undefined : Number(value);
  };
  const gainDbi = number('gainDbi');
  const width = number('beamwidthDeg');
  const azimuthDeg = number('azimuthDeg');
  const limitDbuV = number('limitDbuV');
  const hasBeam = gainDbi !== undefined && width !== undefined && azimuthDeg !== undefined;
  return {
    id: String(row.id),
    lon: number('lon')!,
    lat: number('lat')!,
    heightM: number('heightM')!,
    frequencyMHz: number('frequencyMHz')!,
    erpDbW: number('erpDbW')!,
    polarisation: row.polarisation === 'horizontal' ? 'horizontal' : 'vertical',
    ...(hasBeam
      ? {
          antenna: {
            azimuthDeg,
            mechanicalTiltDeg: number('tiltDeg') ?? 0,
            sector: { gainDbi, azimuthWidthDeg: width },
          },
        }
      : {}),
    ...(limitDbuV === undefined ? {} : { limitDbuV }),
  };
}
