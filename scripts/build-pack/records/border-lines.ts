import { names } from '../names/names.ts';
import { sharedBorder } from '../outlines/countries.ts';
import { lengthKm } from '../outlines/measure.ts';
import { approximate, derived, type PackRecord, real, record } from '../record.ts';
import { sources } from '../sources.ts';

/** Neighbour, numeric code, names of the line. */
const lines = [
  ['AM', '051', 'Ermənistanla xətt | Line with Armenia | الخط مع أرمينيا | خط با ارمنستان'],
  ['GE', '268', 'Gürcüstanla xətt | Line with Georgia | الخط مع جورجيا | خط با گرجستان'],
  ['IR', '364', 'İranla xətt | Line with Iran | الخط مع إيران | خط با ایران'],
  ['RU', '643', 'Rusiya ilə xətt | Line with Russia | الخط مع روسيا | خط با روسیه'],
  ['TR', '792', 'Türkiyə ilə xətt | Line with Türkiye | الخط مع تركيا | خط با ترکیه'],
] as const;

export function borderLineRecords(): PackRecord[] {
  return lines.map(([neighbour, numeric, line]) => {
    const geometry = sharedBorder('031', numeric);
    return record(
      `az-${neighbour.toLowerCase()}`,
      geometry,
      {
        name: names(line),
        neighbour,
        length_km: Math.round(lengthKm(geometry.coordinates)),
        vertices: geometry.coordinates.reduce((sum, part) => sum + part.length, 0),
        version: 'natural-earth-10m',
        is_agreed: false,
        note: 'indicative; claims nothing on delimitation; an agreed line is for the operator to upload',
      },
      derived(sources.naturalEarth),
    );
  });
}

/** Published lengths in km: national style, older and newer Factbook. */
const published: Readonly<Record<string, readonly [number | readonly [number, number], number, number]>> = {
  AM: [1007, 787, 996],
  GE: [[471, 480], 322, 428],
  IR: [765, 611, 689],
  RU: [390, 284, 338],
  TR: [[8, 15], 9, 17],
};

export function borderLengthRecords(): PackRecord[] {
  return lines.flatMap(([neighbour, numeric]) => {
    const [national, older, newer] = published[neighbour]!;
    const [low, high] = typeof national === 'number' ? [national, undefined] : national;
    const computed = Math.round(lengthKm(sharedBorder('031', numeric).coordinates));
    const id = neighbour.toLowerCase();
    const row = (suffix: string, properties: Record<string, unknown>) =>
      [`${id}-${suffix}`, null, { neighbour, ...properties }] as const;
    return [
      record(
        ...row('national', {
          length_km: low,
          length_max_km: high,
          method: 'as stated nationally; method not given',
        }),
        real('everything.explained.today; iasquest'),
      ),
      record(
        ...row('factbook-2006', { length_km: older, method: 'World Factbook 2006; method not given' }),
        real('CIA World Factbook 2006, via bitlit.ru'),
      ),
      record(
        ...row('factbook-newer', {
          length_km: newer,
          method: 'World Factbook, a newer edition; method not given',
        }),
        approximate(sources.general),
      ),
      record(
        ...row('computed', {
          length_km: computed,
          method: 'great circles between the vertices of the configured line',
        }),
        derived(sources.naturalEarth),
      ),
    ];
  });
}
