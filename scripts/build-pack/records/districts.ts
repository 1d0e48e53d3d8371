import type { MultiPolygon } from 'geojson';
import { type DistrictName, districtNames } from '../names/districts.ts';
import { type Names, withWords } from '../names/names.ts';
import { districtOutlines } from '../outlines/districts.ts';
import { areaKm2 } from '../outlines/measure.ts';
import { approximate, derived, type PackRecord, record } from '../record.ts';
import { sources } from '../sources.ts';

export function districtRecords(): PackRecord[] {
  return districtNames.map((district) => {
    const outline = districtOutlines.get(district.id);
    return outline ? drawn(district, outline) : undrawn(district);
  });
}

function drawn(district: DistrictName, outline: MultiPolygon): PackRecord {
  return record(
    district.id,
    outline,
    {
      name: fullName(district),
      iso_code: district.iso,
      kind: district.kind,
      economic_region: district.region,
      autonomous_republic: district.region === 'nakhchivan',
      area_km2: areaKm2(outline),
      note: district.id === 'khojavand' || district.id === 'tartar' ? aghdaraNote : undefined,
    },
    derived(`${sources.naturalEarthAdmin1}; ${sources.iso}; indicative outline`),
  );
}

const aghdaraNote =
  'drawn as before December 2023, when Aghdara district was established; its boundary is unknown here';

function undrawn(district: DistrictName): PackRecord {
  return record(
    district.id,
    null,
    {
      name: district.names,
      kind: district.kind,
      economic_region: district.region,
      autonomous_republic: false,
      established: '2023-12-01',
      note: 'established in December 2023, the day is not known here; boundary and ISO code unknown',
    },
    approximate(sources.general),
  );
}

/** A city and a district of one name are told apart by a word. */
function fullName({ names, kind }: DistrictName): Names {
  const isPair = districtNames.filter((other) => other.names.az === names.az).length > 1;
  if (!isPair) return names;
  return kind === 'city'
    ? withWords(names, {
        az: (n) => `${n} şəhəri`,
        en: (n) => `${n} city`,
        ar: (n) => `مدينة ${n}`,
        fa: (n) => `شهر ${n}`,
      })
    : withWords(names, {
        az: (n) => `${n} rayonu`,
        en: (n) => `${n} district`,
        ar: (n) => `منطقة ${n}`,
        fa: (n) => `شهرستان ${n}`,
      });
}
