import type { Position } from 'geojson';
import { metresPerDegree } from '../../../src/kernel/generate/frame.ts';
import { type Random, seededRandom } from '../../../src/kernel/generate/random.ts';
import { names } from '../names/names.ts';
import { sharedBorder } from '../outlines/countries.ts';
import { districtAt } from '../outlines/district-at.ts';
import { type PackRecord, record, synthetic } from '../record.ts';

const seed = 1812;

interface Profile {
  readonly service: string;
  readonly emission: string;
  readonly bandwidthKHz: number;
  readonly frequenciesMHz: readonly number[];
  readonly erpDbw: readonly [number, number];
  readonly heightM: readonly [number, number];
}

const profiles: readonly Profile[] = [
  {
    service: 'land-mobile',
    emission: '11K0F3E',
    bandwidthKHz: 12.5,
    frequenciesMHz: [148.2, 152.675, 160.85, 412.5, 451.3],
    erpDbw: [6, 14],
    heightM: [15, 45],
  },
  {
    service: 'mobile-broadband',
    emission: '10M0W7D',
    bandwidthKHz: 10_000,
    frequenciesMHz: [796, 806, 816, 1815, 1835, 2630],
    erpDbw: [24, 32],
    heightM: [20, 60],
  },
  {
    service: 'fm',
    emission: '256KF8E',
    bandwidthKHz: 256,
    frequenciesMHz: [88.4, 91.7, 95.1, 99.3, 103.6, 106.9],
    erpDbw: [20, 37],
    heightM: [30, 120],
  },
  {
    service: 'dvb-t',
    emission: '7M61X7F',
    bandwidthKHz: 8000,
    frequenciesMHz: [482, 514, 546, 594, 658, 690],
    erpDbw: [20, 36],
    heightM: [40, 150],
  },
  {
    service: 'fixed',
    emission: '28M0D7W',
    bandwidthKHz: 28_000,
    frequenciesMHz: [7431.5, 7515.5, 13_027, 18_275],
    erpDbw: [30, 42],
    heightM: [20, 70],
  },
];

/** Stations per neighbour, within thirty kilometres of the configured line and inside the country. */
const along = [
  ['GE', '268', 22],
  ['IR', '364', 30],
  ['RU', '643', 14],
] as const;

/** Made-up transmitters near three borders, for prediction, measurement and coordination to be tried on. */
export function radioStationRecords(): PackRecord[] {
  const random = seededRandom(seed);
  let number = 0;
  return along.flatMap(([neighbour, numeric, count]) => {
    const vertices = sharedBorder('031', numeric).coordinates.flat();
    return Array.from({ length: count }, () =>
      station(++number, neighbour, siteNear(vertices, random), random),
    );
  });
}

function station(number: number, neighbour: string, site: Position, random: Random): PackRecord {
  const profile = random.pick(profiles);
  const label = String(number).padStart(3, '0');
  const isSector = profile.service === 'mobile-broadband' || profile.service === 'fixed';
  const frequencyMHz = random.pick(profile.frequenciesMHz);
  return record(
    `demo-station-${label}`,
    { type: 'Point', coordinates: site },
    {
      name: names(
        `Nümunə stansiyası ${label} | Demonstration station ${label} | محطة العرض ${label} | ایستگاه نمونهٔ ${label}`,
      ),
      district: districtAt(site),
      service: profile.service,
      frequency_mhz: frequencyMHz,
      bandwidth_khz: profile.bandwidthKHz,
      emission: profile.emission,
      erp_dbw: random.integer(...profile.erpDbw),
      antenna_height_m: random.integer(...profile.heightM),
      azimuth_deg: isSector ? random.integer(0, 35) * 10 : undefined,
      polarisation: profile.service === 'land-mobile' || profile.service === 'mobile-broadband' ? 'V' : 'H',
      coordination: random.pick(['not-needed', 'requested', 'agreed', 'agreed', 'refused']),
      in_use: `${random.integer(2010, 2025)}-0${random.integer(1, 9)}-01`,
      licensee: `Demonstration licensee ${(number % 5) + 1}`,
      note: `made up; near the configured line with ${neighbour}`,
    },
    synthetic(seed),
  );
}

/** A site from 2 to 30 km off a vertex of the line, on the country's side of it. */
function siteNear(vertices: readonly Position[], random: Random): Position {
  for (;;) {
    const [lon, lat] = random.pick(vertices);
    const [perLon, perLat] = metresPerDegree(lat!);
    const angle = random.between(0, 2 * Math.PI);
    const away = random.between(2000, 30_000);
    const site = [lon! + (away * Math.cos(angle)) / perLon, lat! + (away * Math.sin(angle)) / perLat].map(
      (value) => Math.round(value * 1e4) / 1e4,
    );
    if (districtAt(site)) return site;
  }
}
