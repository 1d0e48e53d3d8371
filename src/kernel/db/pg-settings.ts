/** Session settings that both engines run with, so that the same SQL gives the same text. */
export const sessionSettings: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO,YMD',
  IntervalStyle: 'iso_8601',
  extra_float_digits: '1',
  bytea_output: 'hex',
  standard_conforming_strings: 'on',
  // A role named like one of our schemas must not find that schema by itself.
  search_path: 'public',
  // Compiling a query costs more than the short queries of a register take.
  jit: 'off',
};
