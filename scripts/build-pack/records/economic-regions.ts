import { districtNames } from '../names/districts.ts';
import { economicRegionNames } from '../names/economic-regions.ts';
import { regionOutline } from '../outlines/districts.ts';
import { areaKm2 } from '../outlines/measure.ts';
import { derived, type PackRecord, record } from '../record.ts';
import { sources } from '../sources.ts';

/** Population of the country on 1 April 2025. */
const population2025 = 10_233_142;

export function economicRegionRecords(): PackRecord[] {
  return Object.entries(economicRegionNames).map(([id, { names, sharePct }]) => {
    const outline = regionOutline(id);
    return record(
      id,
      outline,
      {
        name: names,
        units: districtNames.filter(({ region }) => region === id).length,
        population_share_pct: sharePct,
        population: Math.round((population2025 * sharePct) / 100_000) * 1000,
        population_date: '2025-04-01',
        area_km2: areaKm2(outline),
        established: '2021-07-07',
        note: noteOf(id),
      },
      derived(`${sources.regionsDecree}; ${sources.population2025}; outline: ${sources.naturalEarthAdmin1}`),
    );
  });
}

function noteOf(id: string): string {
  const computed = 'population computed from the published share, to the nearest thousand';
  if (id === 'nakhchivan') return `${computed}; the autonomous republic has the ISO 3166-2 code AZ-NX`;
  return id === 'karabakh'
    ? `${computed}; includes Aghdara district, which has no outline of its own here`
    : computed;
}
