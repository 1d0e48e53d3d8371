/** Sentences of home and search, in English. */
export const home = {
  'home.title': 'The country’s registers on one map',
  'home.lead':
    'Find a place, a record or a register. See who stands behind it, since when it holds, and how it changed.',
  'home.map': 'Map of the country',
  'home.registers': 'Registers by desk',
  'home.registerCount': '{count, plural, one {# register} other {# registers}}',
  'home.recordCount': '{count, plural, one {# record} other {# records}}',
  'home.noRegisters': 'No register has been declared yet. Import a file and it appears here.',
  'search.label': 'Search all registers',
  'search.placeholder': 'Name of a place, record or register',
  'search.submit': 'Search',
  'search.results': '{count, plural, =0 {Nothing found} one {# result} other {# results}}',
  'search.nothing': 'Nothing found for “{words}”. Try fewer letters or another spelling.',
  'search.hint': 'Arrow keys move through the results, Enter opens one.',
  'search.registers': 'Registers',
} as const;
