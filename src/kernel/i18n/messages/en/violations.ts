/** What can be wrong with a parameter or a record, and what would be right, in English. */
export const violations = {
  'violation.parameter-unknown': 'There is no parameter "{name}" here; there are {allowed}.',
  'violation.parameter-repeated': '"{name}" may be given once only.',
  'violation.not-allowed': '"{value}" is not possible; possible are {allowed}.',
  'violation.count': '"{value}" is not a whole number from {minimum} to {maximum}.',
  'violation.characters-not-allowed': 'The value holds characters that are not allowed: {value}',
  'violation.not-json': 'This is not JSON: {reason}',
  'violation.json-too-deep': 'The JSON nests {value} levels deep; the limit is {maximum}.',
  'violation.url-too-long':
    'The address has {value} characters; the limit is {maximum}. A shorter filter or geometry would do.',
  'violation.bbox':
    '"{value}" is not a box. Give 4 or 6 numbers with commas between them: west,south,east,north.',
  'violation.bbox-order': 'The south of the box ({south}) lies north of its north ({north}).',
  'violation.bbox-range': 'The box reaches beyond what its reference system can hold.',
  'violation.crs-unknown':
    '"{value}" is not a reference system that is known here. Give a URI such as {example}.',
  'violation.crs-out-of-area': 'The coordinates cannot be computed in this reference system.',
  'violation.datetime':
    '"{value}" is not a time. Give a date, an RFC 3339 timestamp, or an interval such as 2024-01-01/2024-12-31 or ../2023-12-31.',
  'violation.interval-order': 'The interval ends before it begins.',
  'violation.as-of': '"{value}" is neither an RFC 3339 timestamp nor a log position.',
  'violation.sort-field': '"{value}" cannot be sorted by; possible are {allowed}.',
  'violation.sort-twice': '"{value}" is named twice.',
  'violation.token':
    '"{value}" is not a token that this server gave. Follow the link "next" of the page before.',
  'violation.not-a-feature':
    'A GeoJSON Feature is expected: an object with "type": "Feature", "geometry" and "properties".',
  'violation.not-an-object': 'A JSON object is expected here, or null.',
  'violation.member-unknown': 'There is no member "{value}" here; there are {allowed}.',
  'violation.id-differs':
    'The id of a record cannot be changed: the address says "{expected}", the body "{value}".',
  'violation.time-member': '"time" must hold a "date", a "timestamp" or an "interval" of two of them.',
  'violation.above-maximum': '{value} is more than the greatest value allowed, {maximum}.',
  'violation.below-minimum': '{value} is less than the least value allowed, {minimum}.',
  'violation.not-in-code-list': '"{value}" is not in the code list; possible are {allowed}.',
  'violation.too-long': 'The text has {length} characters; the limit is {maximum}.',
  'violation.pattern': '"{value}" does not have the right form. Right would be, for example, {example}.',
  'violation.member-not-known': 'The declaration of a register has no such member.',
  'violation.schema': 'Not as a declaration of a register wants it: {detail}.',
  'violation.type-string': '{value} is not text.',
  'violation.type-integer': '{value} is not a whole number.',
  'violation.integer-range':
    '{value} is too great to be kept exactly: whole numbers reach from −9007199254740991 to 9007199254740991. Keep it as text.',
  'violation.type-number': '{value} is not a number.',
  'violation.type-boolean': '{value} is neither true nor false.',
  'violation.type-date': '{value} is not a date of the form 2024-12-31.',
  'violation.type-timestamp': '{value} is not a timestamp of the form 2024-12-31T23:59:59Z.',
  'violation.type-localized': '{value} is not a text by language, such as \'{\'"en": "Baku"\'}\'.',
  'violation.type-object': '{value} is not a JSON object.',
  'violation.type-array': '{value} is not a list.',
  'violation.geometry-form':
    'This is not a GeoJSON geometry: "type" and "coordinates" (or "geometries") are expected.',
  'violation.geometry-type': '"{value}" is not a type of geometry.',
  'violation.geometry-kind': 'The register holds geometries of the kind {allowed}, not {value}.',
  'violation.geometry-invalid': 'The geometry crosses or touches itself: {reason}',
  'violation.geometry-not-wanted': 'Records of this register have no geometry.',
  'violation.too-many-vertices': 'The geometry has {value} vertices; the limit is {maximum}.',
  'violation.too-few-points': 'There are {value} points here; at least {minimum} are needed.',
  'violation.ring-not-closed': 'The ring is not closed: it begins at {first} and ends at {last}.',
  'violation.coordinate-not-a-number': '{value} is not a position: two or three numbers are expected.',
  'violation.coordinate-out-of-range':
    '{x}, {y} is not on the earth: longitude goes from -180 to 180, latitude from -90 to 90, longitude first.',
  'violation.not-an-initial-state':
    'This register does not begin with the state {to}. A new record may be: {allowed}.',
  'violation.no-such-transition':
    'A record does not go from {from} to {to}. From {from} it may go to: {allowed}.',
  'violation.not-unique': '"{value}" is taken by the record "{other}" at the same time.',
  'violation.reference-missing': 'The register "{register}" has no record "{value}".',
  'violation.required': '"{field}" must have a value.',
  'violation.import-target':
    'Records go either to the register that register=… names or, with create=true, to new ones.',
  'violation.property-unknown': 'There is no property "{value}"; there are {allowed}.',
  'violation.record-id':
    '"{value}" cannot be the id of a record: 1 to 200 characters without control characters, and neither “.” nor “..”.',
  'violation.period-empty': 'The period ends ({to}) before or when it begins ({from}).',
  'violation.register-id': '"{value}" cannot be the id of a register: 1 to 100 of a-z, 0-9, "_" and "-".',
  'violation.field-name':
    '"{value}" cannot be the name of a field. Give it another one; an import does so with --map {value}=NAME.',
  'violation.field-twice': 'The field "{value}" is declared twice.',
  'violation.field-unknown': 'There is no field "{value}".',
  'violation.time-field-type': '"{value}" is of type {type}; a date or timestamp is needed.',
  'violation.codes-need-text': 'A code list needs a text field, not {value}.',
  'violation.type-changed': '"{field}" is of type {before} in the stored records and cannot become {after}.',
  'violation.search-words': 'Give 1 to {maximum} words.',
  'violation.example-must-match': 'An example that matches the pattern {pattern} is needed.',
  'violation.rule': 'The record breaks the rule {rule}',
} as const;
