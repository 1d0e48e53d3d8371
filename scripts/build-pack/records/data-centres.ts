import { type Names, names, withWords } from '../names/names.ts';
import { placeNames } from '../names/places.ts';
import { approximate, type PackRecord, type Provenance, real, record, synthetic } from '../record.ts';
import { sources } from '../sources.ts';
import { positionOf } from './places.ts';

const seed = 718;

export function dataCentreRecords(): PackRecord[] {
  return [...known(), ...invented()];
}

function known(): PackRecord[] {
  const due = { status: 'under-construction', due: '2027-12-31', due_precision: 'year' };
  return [
    centre(
      'delta-telecom-baku',
      'baku',
      names(
        'Delta Telekom mərkəzi, Bakı | Delta Telecom centre, Baku | مركز دلتا تيليكوم، باكو | مرکز دلتا تلکام، باکو',
      ),
      real('trend.az 2457123; duallayerit; regionplus 5685'),
      {
        operator: 'delta-telecom',
        status: 'unknown',
        note: 'the fire of 16 November 2015 took most of the country’s internet down for about 8 hours; the centre then carried about 90 % of the traffic; opening date, power and present state are unknown',
      },
    ),
    ...['baku', 'yevlakh'].map((place) =>
      centre(`azintelecom-${place}`, place, named(place, azintelecom), approximate(sources.general), {
        operator: 'azintelecom',
        status: 'unknown',
        tier: 'III',
        note: 'one of a pair of which only general knowledge speaks; existence, tier and state are not confirmed',
      }),
    ),
    centre(
      'hajigabul',
      'hajigabul',
      names(
        'Hacıqabul məlumat mərkəzi | Hajigabul data centre | مركز بيانات حاجي قابول | مرکز دادهٔ حاجی‌قابول',
      ),
      real('trend.az 4101575'),
      {
        ...due,
        note: 'one of two centres under construction; power and tier unknown',
      },
    ),
    centre(
      'absheron',
      'khirdalan',
      names('Abşeron məlumat mərkəzi | Absheron data centre | مركز بيانات أبشرون | مرکز دادهٔ آبشرون'),
      real('trend.az 4101575'),
      {
        ...due,
        note: 'one of two centres under construction; the point is the centre of the district; power and tier unknown',
      },
    ),
  ];
}

/** id, place, tier, MW, racks, PUE, opened: for capacity, hosting and failure to be computed on. */
const demonstration = [
  ['demo-ganja', 'ganja', 'III', 3.2, 220, 1.48, '2018-05-14'],
  ['demo-sumgayit', 'sumgayit', 'III', 4.5, 310, 1.42, '2019-10-01'],
  ['demo-sheki', 'sheki', 'II', 0.8, 60, 1.71, '2016-03-21'],
  ['demo-shirvan', 'shirvan', 'II', 1.1, 84, 1.66, '2017-09-11'],
  ['demo-lankaran', 'lankaran', 'II', 0.6, 42, 1.78, '2015-06-30'],
  ['demo-mingachevir', 'mingachevir', 'III', 2.4, 160, 1.39, '2021-02-15'],
  ['demo-nakhchivan', 'nakhchivan', 'II', 0.9, 66, 1.69, '2016-11-02'],
  ['demo-guba', 'guba', 'I', 0.3, 20, 1.92, '2013-04-08'],
] as const;

function invented(): PackRecord[] {
  return demonstration.map(([id, place, tier, itPowerMw, racks, pue, opened]) => {
    return centre(id, place, named(place, demonstrationCentre), synthetic(seed), {
      status: id === 'demo-guba' ? 'closed' : 'operating',
      tier,
      it_power_mw: itPowerMw,
      racks,
      pue,
      opened,
      closed: id === 'demo-guba' ? '2023-01-01' : undefined,
      site_details: 'made up: two feeds, one generator, gas extinguishing',
      note: 'made up; no such centre is known',
    });
  });
}

const azintelecom = names(
  'AzInTelecom məlumat mərkəzi | AzInTelecom data centre | مركز بيانات آذإنتيليكوم | مرکز دادهٔ آذاین‌تلکام',
);
const demonstrationCentre = names(
  'Nümunə məlumat mərkəzi | Demonstration data centre | مركز بيانات للعرض | مرکز دادهٔ نمونه',
);

/** What a centre is, and the place it stands in. */
function named(place: string, what: Names): Names {
  return withWords(placeNames.find(({ id }) => id === place)!.names, {
    az: (name) => `${what.az}, ${name}`,
    en: (name) => `${what.en}, ${name}`,
    ar: (name) => `${what.ar}، ${name}`,
    fa: (name) => `${what.fa}، ${name}`,
  });
}

function centre(
  id: string,
  place: string | undefined,
  name: Names,
  provenance: Provenance,
  properties: Record<string, unknown>,
): PackRecord {
  const geometry = place ? { type: 'Point' as const, coordinates: positionOf(place) } : null;
  return record(id, geometry, { name, place, ...properties }, provenance);
}
