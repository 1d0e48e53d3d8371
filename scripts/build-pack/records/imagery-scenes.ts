import type { Position } from 'geojson';
import { metresPerDegree } from '../../../src/kernel/generate/frame.ts';
import { seededRandom } from '../../../src/kernel/generate/random.ts';
import { type PackRecord, record, synthetic } from '../record.ts';

const seed = 694;
const count = 120;
/** Half a swath of 60 km in metres, and the ground track of a descending pass at these latitudes. */
const half = 30_000;
const trackDeg = 193;

/** Footprints of scenes as Azersky could have taken them while it worked: made up, without pixels. */
export function imagerySceneRecords(): PackRecord[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const centre = [random.between(45.2, 49.9), random.between(38.9, 41.4)];
    const day = new Date(Date.UTC(2015, 0, 5) + random.integer(0, 2980) * 86_400_000);
    const acquired = new Date(day.getTime() + (7 * 60 + random.integer(0, 25)) * 60_000);
    const yearPart = (day.getUTCMonth() + day.getUTCDate() / 31) / 12;
    const offNadir = Math.round(random.between(0, 30) * 10) / 10;
    const cloud = Math.round(100 * random.next() ** 2.2);
    return record(
      `demo-scene-${String(index + 1).padStart(3, '0')}`,
      { type: 'Polygon', coordinates: [footprint(centre, offNadir)] },
      {
        scene_code: `DEMO-S7-${acquired.toISOString().slice(0, 10).replaceAll('-', '')}-${String(index + 1).padStart(3, '0')}`,
        satellite: 'azersky',
        acquired: acquired.toISOString(),
        cloud_cover_pct: cloud,
        gsd_m: Math.round((1.5 / Math.cos((offNadir * Math.PI) / 180) ** 2) * 100) / 100,
        off_nadir_deg: offNadir,
        sun_elevation_deg: Math.round((47 - 23 * Math.cos(2 * Math.PI * yearPart)) * 10) / 10,
        release: offNadir < 15 && cloud < 20 ? 'licensed' : random.pick(['open', 'licensed', 'held']),
        note: 'made up; no such scene exists',
      },
      synthetic(seed),
    );
  });
}

/** A square of one swath, turned along the track; wider the more it looks sideways. */
function footprint([lon, lat]: Position, offNadirDeg: number): Position[] {
  const [perLon, perLat] = metresPerDegree(lat!);
  const angle = (trackDeg * Math.PI) / 180;
  const wide = half / Math.cos((offNadirDeg * Math.PI) / 180) ** 2;
  const corners = [
    [-wide, -half],
    [wide, -half],
    [wide, half],
    [-wide, half],
    [-wide, -half],
  ];
  return corners.map(([across, along]) => {
    const east = across! * Math.cos(angle) + along! * Math.sin(angle);
    const north = -across! * Math.sin(angle) + along! * Math.cos(angle);
    return [round(lon! + east / perLon), round(lat! + north / perLat)];
  });
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
