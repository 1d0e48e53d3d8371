import type { LineString, Point, Position } from 'geojson';
import { seededRandom } from '../../../src/kernel/generate/random.ts';
import { type Names, names } from '../names/names.ts';
import { distanceKm } from '../outlines/measure.ts';
import { rounded } from '../outlines/shape.ts';
import { derived, type PackRecord, real, record, synthetic } from '../record.ts';
import { pointOfPresenceRecords } from './points-of-presence.ts';

const seed = 41;
const pops = new Map(pointOfPresenceRecords().map((pop) => [pop.id, pop]));

export function corridorSegmentRecords(): PackRecord[] {
  return [...published(), ...backbone()];
}

function published(): PackRecord[] {
  const straight = 'drawn as a straight line between the two cities, not the route';
  return [
    record(
      'epeg-azerbaijan',
      null,
      {
        name: names(
          'EPEG, Azərbaycan seqmenti | EPEG, Azerbaijani segment | EPEG، المقطع الأذربيجاني | EPEG، بخش آذربایجان',
        ),
        corridor: 'epeg',
        carrier: 'epeg',
        medium: 'land-fibre',
        capacity_max_gbps: 3200,
        status: 'operating',
        in_service: '2012-04-30',
        date_precision: 'month',
        note: 'segment finished in April 2012; the whole of Oman–Iran–Azerbaijan–Russia–Frankfurt is 6,000 or 10,000 km by source; design capacity of the whole; route and present state unknown',
      },
      real('trend.az 2012560; regionplus 5582'),
    ),
    record(
      'trans-caspian-aktau',
      between('sumgayit-landing', 'aktau'),
      {
        name: names(
          'Transxəzər kabeli, Sumqayıt–Aktau | Trans-Caspian cable, Sumgayit–Aktau | كابل عبر قزوين، سومقاييت–أكتاو | کابل ترانس‌خزر، سومقاییت–آکتائو',
        ),
        corridor: 'trans-caspian',
        from_pop: 'sumgayit-landing',
        to_pop: 'aktau',
        medium: 'subsea-fibre',
        length_km: 380,
        capacity_max_gbps: 400_000,
        status: 'under-construction',
        due: '2026-12-31',
        date_precision: 'year',
        note: `due at the end of 2026; ${straight}`,
      },
      derived('trend.az 4077608; line: straight between the cities'),
    ),
    record(
      'trans-caspian-turkmenbashi',
      between('siyazan-landing', 'turkmenbashi'),
      {
        name: names(
          'Siyəzən–Türkmənbaşı kabeli | Siyazan–Turkmenbashi cable | كابل سيازان–تركمانباشي | کابل سیازن–ترکمن‌باشی',
        ),
        corridor: 'trans-caspian',
        from_pop: 'siyazan-landing',
        to_pop: 'turkmenbashi',
        medium: 'subsea-fibre',
        length_km: 300,
        capacity_gbps: 2000,
        capacity_max_gbps: 4000,
        status: 'unknown',
        note: `2 to 4 Tbps; present state unknown; ${straight}`,
      },
      derived('trend.az 3223998; line: straight between the towns'),
    ),
    record(
      'azertelecom-telecom-armenia',
      null,
      {
        name: names(
          'Qarşılıqlı tranzit, AzerTelecom–Telecom Armenia | Mutual transit, AzerTelecom–Telecom Armenia | عبور متبادل، آذرتيليكوم–تيليكوم أرمينيا | ترانزیت متقابل، آذرتلکام–تلکام ارمنستان',
        ),
        corridor: 'mutual-transit',
        carrier: 'azertelecom',
        medium: 'land-fibre',
        capacity_gbps: 100,
        status: 'unknown',
        date_precision: 'month',
        note: 'reported in June 2026, with a link to Nakhchivan; route, length and state of the link unknown',
      },
      real('armenpress 1253798; bizfortune'),
    ),
    record(
      'tripp',
      null,
      {
        name: names('TRIPP, lif daxil olmaqla | TRIPP, with fibre | TRIPP مع الألياف | TRIPP همراه با فیبر'),
        corridor: 'tripp',
        medium: 'land-fibre',
        length_km: 42,
        status: 'planned',
        note: 'planned; route not drawn here',
      },
      real('day.az 1801289'),
    ),
    record(
      'aras-route',
      null,
      {
        name: names('Araz marşrutu | Aras route | مسار أراس | مسیر ارس'),
        corridor: 'aras',
        medium: 'land-fibre',
        status: 'planned',
        note: 'the memorandum of 2022 includes communications; length, capacity and route unknown',
      },
      real('agenzianova 3832875'),
    ),
  ];
}

/** Segments of the demonstration backbone: from, to, carrier, Gbit/s. */
const links = `baku sumgayit a 800; baku hajigabul a 800; baku shamakhi b 400; sumgayit guba a 400; guba khachmaz a 400; khachmaz samur a 400;
 hajigabul kurdamir a 400; kurdamir yevlakh a 400; yevlakh ganja a 400; ganja tovuz a 400; tovuz gazakh a 400; gazakh red-bridge a 400;
 hajigabul shirvan a 400; shirvan salyan a 200; salyan bilasuvar a 200; bilasuvar lankaran a 200; lankaran astara a 200;
 shamakhi gabala b 200; gabala sheki b 200; sheki zagatala b 100; zagatala balakan b 100; yevlakh mingachevir b 200; mingachevir sheki b 100;
 yevlakh barda c 100; barda aghjabadi c 100; aghjabadi imishli c 100; imishli shirvan c 100; sumgayit siyazan-landing a 400; sumgayit sumgayit-landing a 800; gabala yevlakh c 100`;

function* backbone(): Iterable<PackRecord> {
  const random = seededRandom(seed);
  for (const [, from, to, carrier, capacity] of links.matchAll(/([a-z-]+) ([a-z-]+) ([abc]) (\d+)/g)) {
    const line = between(from!, to!, random.between(-0.12, 0.12));
    const crow = distanceKm(line.coordinates[0]!, line.coordinates.at(-1)!);
    const lengthKm = Math.max(2, Math.round(crow * random.between(1.12, 1.35)));
    yield record(
      `demo-${from}-${to}`,
      line,
      {
        name: joined(nameOf(from!), nameOf(to!)),
        corridor: 'demo-backbone',
        from_pop: from,
        to_pop: to,
        carrier: `demo-${carrier}`,
        medium: 'land-fibre',
        length_km: lengthKm,
        capacity_gbps: Number(capacity),
        latency_ms: Math.round((lengthKm / 204 + 0.1) * 100) / 100,
        status: 'operating',
        in_service: `${random.integer(2012, 2022)}-01-01`,
        date_precision: 'year',
        note: 'made up; the line is a sketch between towns',
      },
      synthetic(seed),
    );
  }
}

/** A line between two points of presence, bowed sideways by a share of its length. */
function between(from: string, to: string, bow = 0): LineString {
  const [a, b] = [positionOf(from), positionOf(to)];
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!];
  const steps = bow === 0 ? [0, 1] : [0, 0.25, 0.5, 0.75, 1];
  const coordinates = steps.map((step) => {
    const side = bow * Math.sin(Math.PI * step);
    return [a[0]! + dx * step - dy * side, a[1]! + dy * step + dx * side];
  });
  return { type: 'LineString', coordinates: spaced(rounded(coordinates, 5)) };
}

/** A landing and the node of its town stand on one point; a line needs two. */
function spaced(line: Position[]): Position[] {
  return line.length > 1 ? line : [line[0]!, [line[0]![0]! + 0.01, line[0]![1]! + 0.01]];
}

function positionOf(pop: string): Position {
  return (pops.get(pop)!.geometry as Point).coordinates;
}

function nameOf(pop: string): Names {
  return pops.get(pop)!.properties.name as Names;
}

function joined(from: Names, to: Names): Names {
  return {
    az: `${from.az}–${to.az}`,
    en: `${from.en}–${to.en}`,
    ar: `${from.ar}–${to.ar}`,
    fa: `${from.fa}–${to.fa}`,
  };
}
