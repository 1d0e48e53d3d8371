import type { MultiPolygon, Position } from 'geojson';
import { derived, type PackRecord, record, synthetic } from '../record.ts';
import { sources } from '../sources.ts';

/**
 * Where the pack can answer for it that nothing is missing. About data centres nobody has published a complete count,
 * so there is no statement, and their number stays unknown.
 */
export function completenessStatementRecords(
  invented: Readonly<Record<'parcels' | 'buildings' | 'addresses', readonly PackRecord[]>>,
): PackRecord[] {
  return [
    record(
      'districts-2023',
      null,
      {
        register: 'administrative-districts',
        custodian: 'demonstration-custodian',
        basis:
          'every district and city of ISO 3166-2 is here, and the district that was established in December 2023',
        starts: '2023-12-01',
      },
      derived(sources.iso),
    ),
    record(
      'economic-regions-2021',
      null,
      {
        register: 'economic-regions',
        custodian: 'demonstration-custodian',
        basis: 'all fourteen regions of the decree are here',
        starts: '2021-07-07',
      },
      derived(sources.regionsDecree),
    ),
    ...Object.entries(invented).map(([register, records]) =>
      record(
        `demonstration-${register}`,
        quarters(records),
        {
          register,
          custodian: 'demonstration-custodian',
          basis: 'made up as a whole: nothing else was made up in this area',
          starts: '2026-01-01',
        },
        synthetic(42),
      ),
    ),
  ];
}

/** The boxes of the two made-up settlements; they lie two degrees apart. */
function quarters(records: readonly PackRecord[]): MultiPolygon {
  const corners = records.flatMap(({ geometry }) => (geometry ? [positionsOf(geometry)] : []));
  const isEast = (ring: readonly Position[]) => ring[0]![0]! > 46.5;
  const boxes = [corners.filter(isEast), corners.filter((ring) => !isEast(ring))];
  return { type: 'MultiPolygon', coordinates: boxes.map((part) => [boxRing(part.flat())]) };
}

function positionsOf(geometry: NonNullable<PackRecord['geometry']>): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  throw new TypeError(`no area of ${geometry.type}`);
}

function boxRing(positions: readonly Position[]): Position[] {
  const xs = positions.map(([x]) => x!);
  const ys = positions.map(([, y]) => y!);
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}
