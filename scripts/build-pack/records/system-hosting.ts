import { type PackRecord, record, synthetic } from '../record.ts';

const seed = 718;

/** System, centre, role, kW, from, to; systems B and D have no second site, which the map should show. */
const table: readonly (readonly [string, string, string, number, string, string?])[] = [
  ['a', 'guba', 'primary', 18, '2016-02-01', '2020-01-01'],
  ['a', 'sumgayit', 'primary', 46, '2020-01-01'],
  ['a', 'ganja', 'backup', 40, '2020-01-01'],
  ['b', 'ganja', 'primary', 62, '2018-05-14'],
  ['c', 'mingachevir', 'primary', 88, '2021-02-15'],
  ['c', 'sumgayit', 'backup', 70, '2021-06-01'],
  ['d', 'sumgayit', 'primary', 35, '2019-10-01'],
  ['e', 'shirvan', 'primary', 12, '2017-09-11'],
  ['e', 'sheki', 'backup', 10, '2018-01-01'],
  ['f', 'ganja', 'primary', 20, '2020-04-01'],
  ['f', 'mingachevir', 'backup', 16, '2021-03-01'],
  ['g', 'mingachevir', 'primary', 140, '2021-03-01'],
  ['h', 'lankaran', 'primary', 6, '2018-01-01'],
  ['i', 'nakhchivan', 'primary', 22, '2016-11-02'],
  ['i', 'sheki', 'archive', 8, '2017-02-01'],
  ['j', 'guba', 'primary', 9, '2014-05-01', '2023-01-01'],
  ['j', 'shirvan', 'primary', 9, '2023-01-01'],
];

export function systemHostingRecords(): PackRecord[] {
  return table.map(([system, centre, role, powerKw, starts, ends]) =>
    record(
      `${system}-${centre}-${role}`,
      null,
      {
        system: `demo-${system}`,
        data_centre: `demo-${centre}`,
        role,
        power_kw: powerKw,
        starts,
        ends,
        note: 'made up; where real systems are hosted is not published here',
      },
      synthetic(seed),
    ),
  );
}
