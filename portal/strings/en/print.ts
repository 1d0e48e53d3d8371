/** Sentences of printed maps, in English. */
export const print = {
  'print.title': 'Print',
  'print.busy': 'Drawing the sheet',
  'print.pdf': 'PDF, A4',
  'print.png': 'Picture (PNG)',
  'print.records': '{total, plural, one {# record} other {# records}}',
  'print.trueOn': 'true on {date}',
  'print.knownOn': 'known on {date}',
  'print.filter': 'filter: {filter}',
  'print.source': 'Source: register “{register}”, {address}',
  'print.sourceKeeper': 'Source: register “{register}”, kept by {keeper}, {address}',
  'print.printed': 'Printed on {date}',
  'print.north': 'N',
  'print.metres': '{length} m',
  'print.kilometres': '{length} km',
} as const;
