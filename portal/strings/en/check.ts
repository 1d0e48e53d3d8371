/** Sentences of the room in which a change is tried out, in English. */
export const check = {
  'check.title': 'Check a change',
  'check.lead':
    'Drop in what you mean to change. The server goes through every rule without writing anything, and says and draws all that is wrong at once.',
  'check.needsToken':
    'Trying out a change asks the server as its administrator. You can prepare one, and look at the example, without signing in.',
  'check.change': 'The change',
  'check.changeHelp':
    'Paste or drop GeoJSON features, or a JSON array of operations (create, replace, update, retire, split, merge).',
  'check.file': 'Choose a file',
  'check.example': 'Show an example',
  'check.tooLarge': 'The file is larger than {limit} MB. Import it instead, with a dry run.',
  'check.wrong.json': 'This is not JSON. {detail}',
  'check.wrong.form':
    'This is neither GeoJSON features nor an array of operations, each with “op” and “register”.{detail}',
  'check.isBatch': '{count, plural, one {# operation} other {# operations}}',
  'check.isFeatures': '{count, plural, one {# feature} other {# features}}',
  'check.register': 'Register',
  'check.choose': 'Choose',
  'check.meaning': 'Meant as',
  'check.meaning.create': 'New records',
  'check.meaning.replace': 'Replace records with the same id',
  'check.try': 'Check it',
  'check.trying': 'Checking',
  'check.sound': 'Nothing is wrong with it',
  'check.would':
    'It would make {created, plural, one {# record} other {# records}} and change {changed, plural, one {# record} other {# records}}. Nothing was written yet.',
  'check.write': 'Write it',
  'check.writing': 'Writing',
  'check.confirm': 'Write {count, plural, one {# operation} other {# operations}}?',
  'check.confirmText':
    'All of it stands at once. What is in the log stays there; a later change can correct it.',
  'check.legalBasis': 'Legal basis (optional)',
  'check.written': 'It is written',
  'check.position': 'Log position {position}.',
  'check.refused': '{count, plural, =0 {It was refused} one {# thing is wrong} other {# things are wrong}}',
  'check.code': 'Kind',
  'check.allCodes': 'All ({count, number})',
  'check.report': 'Download the report',
  'check.whole': 'The whole change',
  'check.place': '{named, select, no {No. {number}} other {No. {number} · {name}}}',
  'check.other': 'Look at {record}',
  'check.showAll': 'Show all {count, number}',
  'check.map': 'Map of the change',
  'check.legend.change': 'What you bring',
  'check.legend.fault': 'What offends',
} as const;
