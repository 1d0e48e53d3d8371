import { names } from '../names/names.ts';
import { circleOfArea } from '../outlines/circle.ts';
import { approximate, type PackRecord, record } from '../record.ts';
import { sources } from '../sources.ts';

/** id, longitude and latitude of the middle, hectares, year, names. */
const table: readonly (readonly [string, number, number, number, string, string])[] = [
  [
    'shirvan',
    49.1,
    39.62,
    54_374,
    '2003',
    'Şirvan Milli Parkı | Shirvan National Park | حديقة شيروان الوطنية | پارک ملی شیروان',
  ],
  [
    'aghgol',
    47.67,
    40.0,
    17_924,
    '2003',
    'Ağgöl Milli Parkı | Aghgol National Park | حديقة أغغول الوطنية | پارک ملی آغ‌گول',
  ],
  [
    'hirkan',
    48.63,
    38.6,
    40_358,
    '2004',
    'Hirkan Milli Parkı | Hirkan National Park | حديقة هيركان الوطنية | پارک ملی هیرکان',
  ],
  [
    'altiaghaj',
    48.97,
    40.86,
    11_035,
    '2004',
    'Altıağac Milli Parkı | Altiaghaj National Park | حديقة ألتي آغاج الوطنية | پارک ملی آلتی‌آغاج',
  ],
  [
    'absheron',
    50.36,
    40.31,
    783,
    '2005',
    'Abşeron Milli Parkı | Absheron National Park | حديقة أبشرون الوطنية | پارک ملی آبشرون',
  ],
  [
    'shahdagh',
    48.05,
    41.05,
    130_508,
    '2006',
    'Şahdağ Milli Parkı | Shahdagh National Park | حديقة شاه داغ الوطنية | پارک ملی شاه‌داغ',
  ],
  [
    'goygol',
    46.33,
    40.4,
    12_755,
    '2008',
    'Göygöl Milli Parkı | Goygol National Park | حديقة غويغول الوطنية | پارک ملی گوی‌گول',
  ],
  [
    'samur-yalama',
    48.65,
    41.78,
    11_772,
    '2012',
    'Samur-Yalama Milli Parkı | Samur-Yalama National Park | حديقة سامور-يالاما الوطنية | پارک ملی سامور-یالاما',
  ],
  [
    'gizilaghaj',
    49.05,
    39.1,
    88_400,
    '2018',
    'Qızılağac Milli Parkı | Gizilaghaj National Park | حديقة قيزيل آغاج الوطنية | پارک ملی قیزیل‌آغاج',
  ],
];

export function protectedAreaRecords(): PackRecord[] {
  return table.map(([id, lon, lat, areaHa, year, line]) =>
    record(
      id,
      circleOfArea([lon, lat], areaHa),
      {
        name: names(line),
        category: 'national-park',
        area_ha: areaHa,
        outline: 'schematic',
        established: `${year}-01-01`,
        note: 'a circle of about the declared area, not a boundary; only the year of establishment is known',
      },
      approximate(sources.general),
    ),
  );
}
