import { names } from '../names/names.ts';
import { countryOutline } from '../outlines/countries.ts';
import { derived, type PackRecord, record } from '../record.ts';
import { sources } from '../sources.ts';

/** Alpha-2, alpha-3, numeric, role, names. */
const table = [
  ['AZ', 'AZE', '031', 'home', 'Azərbaycan | Azerbaijan | أذربيجان | آذربایجان'],
  ['AM', 'ARM', '051', 'neighbour', 'Ermənistan | Armenia | أرمينيا | ارمنستان'],
  ['GE', 'GEO', '268', 'neighbour', 'Gürcüstan | Georgia | جورجيا | گرجستان'],
  ['IR', 'IRN', '364', 'neighbour', 'İran | Iran | إيران | ایران'],
  ['RU', 'RUS', '643', 'neighbour', 'Rusiya | Russia | روسيا | روسیه'],
  ['TR', 'TUR', '792', 'neighbour', 'Türkiyə | Türkiye | تركيا | ترکیه'],
  ['KZ', 'KAZ', '398', 'surroundings', 'Qazaxıstan | Kazakhstan | كازاخستان | قزاقستان'],
  ['TM', 'TKM', '795', 'surroundings', 'Türkmənistan | Turkmenistan | تركمانستان | ترکمنستان'],
  ['UZ', 'UZB', '860', 'surroundings', 'Özbəkistan | Uzbekistan | أوزبكستان | ازبکستان'],
  ['IQ', 'IRQ', '368', 'surroundings', 'İraq | Iraq | العراق | عراق'],
  ['SY', 'SYR', '760', 'surroundings', 'Suriya | Syria | سوريا | سوریه'],
] as const;

/** Outlines that only stand on the map, and parties that have none in the frame of the map. */
const without = [
  ['OM', 'OMN', 'Oman | Oman | عُمان | عمان'],
  ['DE', 'DEU', 'Almaniya | Germany | ألمانيا | آلمان'],
  ['IL', 'ISR', 'İsrail | Israel | إسرائيل | اسرائیل'],
  ['US', 'USA', 'ABŞ | United States | الولايات المتحدة | ایالات متحده'],
] as const;

export function countryRecords(): PackRecord[] {
  const drawn = table.map(([alpha2, alpha3, numeric, role, line]) =>
    record(
      alpha2,
      countryOutline(numeric),
      {
        name: names(line),
        alpha2,
        alpha3,
        role,
        note: role === 'home' ? 'indicative outline' : 'indicative outline, cut at the frame of the map',
      },
      derived(sources.naturalEarth),
    ),
  );
  const undrawn = without.map(([alpha2, alpha3, line]) =>
    record(
      alpha2,
      null,
      { name: names(line), alpha2, alpha3, role: 'surroundings', note: 'no outline in this pack' },
      derived('ISO 3166-1'),
    ),
  );
  return [...drawn, ...undrawn];
}
