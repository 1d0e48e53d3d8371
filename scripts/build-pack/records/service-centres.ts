import { districtNames } from '../names/districts.ts';
import { withWords } from '../names/names.ts';
import { placeNames } from '../names/places.ts';
import { approximate, type PackRecord, type Provenance, real, record } from '../record.ts';
import { sources } from '../sources.ts';
import { placeRecords, positionOf } from './places.ts';

const president = 'president.az 14535, 20944, 30488, 35120; trend.az 3276846; metbuat 1354956';
const list = 'yeniavropa 41219';

interface Centre {
  readonly place: string;
  readonly status: 'operating' | 'under-construction' | 'planned' | 'unknown';
  readonly opened?: string;
  readonly precision?: 'day' | 'month';
  readonly ordinal?: number;
  readonly provenance: Provenance;
  readonly note?: string;
}

const dated: Centre[] = [
  { place: 'barda', opened: '2015-03-12', ordinal: 8 },
  { place: 'masalli', opened: '2016-09-03', ordinal: 11 },
  { place: 'sheki', opened: '2018-10-29', ordinal: 15 },
  { place: 'shamakhi', opened: '2019-12-05', ordinal: 16 },
  { place: 'kurdamir', opened: '2020-02-01', precision: 'month' as const },
  { place: 'tovuz', opened: '2020-03-04', ordinal: 18 },
  { place: 'balakan', opened: '2020-07-29', ordinal: 20 },
].map((centre) => ({
  precision: 'day' as const,
  status: 'operating' as const,
  provenance: real(president),
  ...centre,
}));

const undated: Centre[] = 'sumgayit ganja sabirabad gabala guba mingachevir imishli aghjabadi'
  .split(' ')
  .map((place) => ({
    place,
    status: 'operating',
    provenance: real(list),
    note: 'the opening date is not known here',
  }));

const building: Centre[] = ['lankaran', 'salyan', 'nakhchivan'].map((place) => ({
  place,
  status: 'unknown',
  provenance: real(list),
  note: 'was under construction when the source was written; the present state was not found',
}));

const others: Centre[] = [
  {
    place: 'baku',
    status: 'operating',
    opened: '2013-01-01',
    precision: 'month',
    ordinal: 1,
    provenance: approximate(sources.general),
    note: 'the first centre; six stand in Baku, the others are not known here one by one',
  },
  {
    place: 'ganja',
    status: 'operating',
    provenance: real('metbuat 1429508'),
    note: 'a second centre in the city; the opening date is not known here',
  },
  {
    place: 'shusha',
    status: 'unknown',
    provenance: real('trend.az 3603220 (2022)'),
    note: 'planned in 2022; the present state was not found',
  },
];

export function serviceCentreRecords(): PackRecord[] {
  const used = new Map<string, number>();
  return [...others.slice(0, 1), ...dated, ...undated, ...others.slice(1), ...building].map((centre) => {
    const count = (used.get(centre.place) ?? 0) + 1;
    used.set(centre.place, count);
    return centreRecord(centre, count);
  });
}

function centreRecord(
  { place, status, opened, precision, ordinal, provenance, note }: Centre,
  count: number,
): PackRecord {
  const { names } = placeNames.find(({ id }) => id === place)!;
  const suffix = count > 1 ? ` ${count}` : '';
  const unit = districtNames.find(({ id }) => id === place)?.id;
  return record(
    `asan-${place}${count > 1 ? `-${count}` : ''}`,
    { type: 'Point', coordinates: positionOf(place) },
    {
      name: withWords(names, {
        az: (name) => `${name} "ASAN xidmət" mərkəzi${suffix}`,
        en: (name) => `ASAN service centre, ${name}${suffix}`,
        ar: (name) => `مركز آسان للخدمات، ${name}${suffix}`,
        fa: (name) => `مرکز خدمات آسان، ${name}${suffix}`,
      }),
      place,
      district: unit ?? placeRecords().find(({ id }) => id === place)?.properties.district,
      operator: 'asan',
      status,
      ordinal,
      opened,
      opened_precision: precision,
      note,
    },
    provenance,
  );
}
