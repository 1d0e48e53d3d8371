/** What rules, lineage and batches say and refuse, in English. */
export const rules = {
  'violation.not-unique-together':
    'The values {value} of {fields} are taken together by the record "{other}" at the same time.',
  'violation.reference-not-holding':
    'The record "{value}" of the register "{register}" does not hold for all of the time from {from} to {to}.',
  'violation.still-referred':
    '{count, plural, one {# record} other {# records}} of the register "{register}" still {count, plural, one {refers} other {refer}} to it in "{field}": {records}.',
  'violation.rule-of-other':
    'With this change the record "{other}" of the register "{register}" breaks the rule {rule}',
  'violation.outside':
    'The geometry reaches more than {tolerance} m outside of {other, select, none {the records of the register "{register}"} other {the record "{other}" of the register "{register}"}}.',
  'violation.leaves-outside':
    'With this change the record "{other}" of the register "{register}" would lie outside.',
  'violation.overlaps': 'The geometry overlaps the record "{other}" by {area, number} m² at the same time.',
  'violation.gap': 'A gap of {area, number} m² remains in the record "{other}" of the register "{register}".',
  'violation.predecessor-not-ending':
    'The predecessor "{other}" does not end when its successor begins ({from}).',
  'violation.successor-end': 'The predecessor would have held until {to}; its successor must end then too.',
  'violation.successors-miss-area':
    'Successors and predecessors do not cover the same area: {area, number} m² differ.',
  'violation.successors-overlap': 'The successors overlap one another by {area, number} m².',
  'violation.rule-twice': 'The rule "{value}" is declared twice.',
  'violation.rule-needs-geometry': 'This rule needs a register whose records have a geometry.',
  'violation.rule-needs-areas': 'This rule needs a register of areas (Polygon or MultiPolygon).',
  'violation.rule-field-type':
    '"{value}" is of type {type}; the rule needs single values that can be compared.',
  'violation.rule-needs-reference':
    '"{value}" must be a text field that refers to one record of a register ("ref").',
  'violation.rule-other-register':
    '"{value}" refers to the register "{register}", which is another one than the rule names.',
  'violation.register-unknown': 'There is no register "{value}".',
  'violation.register-without-geometry': 'The records of the register "{value}" have no geometry.',
  'violation.lineage-of-events': 'Events have no lineage: they do not end.',
  'violation.lineage-half-stated': 'With lineage, valid time needs both fields, "from" and "to", or neither.',
  'violation.no-lineage':
    'Records of the register "{register}" cannot be split or merged: it keeps no lineage.',
  'violation.too-few-members': 'At least {minimum} are needed here; there are {count}.',
  'violation.too-many-operations':
    'The batch holds {count, number} operations; the limit is {maximum, number}.',
  'violation.not-a-list': 'A JSON array of operations is expected.',
  'violation.etag': '"{value}" is not an entity tag as the header ETag gives it, such as {example}.',
  'violation.record-exists': 'The register "{register}" already has a record "{record}".',
  'violation.record-not-found': 'The register "{register}" has no record "{record}" at that time.',
  'violation.precondition-failed':
    'The record "{record}" of the register "{register}" was changed meanwhile.',
  'violation.lineage-instant':
    '"{value}" is not a moment that this register can state. Right would be, for example, {example}.',
  'rule.unique': 'No two records have the same {fields} at the same time.',
  'rule.reference': 'The record that “{field}” refers to holds for as long as the record itself.',
  'rule.within':
    'The geometry lies inside {by, select, none {the records of the register “{register}”} other {the record that “{field}” refers to}}, give or take {tolerance, number} m.',
  'rule.no-overlap':
    '{by, select, none {Records} other {Records with the same {fields}}} do not overlap at any moment, give or take {tolerance}.',
  'rule.no-gap': 'The records with the same {field} cover it without a gap, give or take {tolerance}.',
  'rule.lineage':
    'Records may be split and merged; successors cover the same area as their predecessors, give or take {tolerance}.',
  'page.check': 'Check a change',
  'page.check-text':
    'With the portal, a change is tried out here. Without it, POST the operations to {address} with dryRun=true: everything that is wrong comes at once.',
  'page.lineage': 'Predecessors and successors',
  'page.generation': 'Generation',
  'page.relative':
    '{side, select, self {the record itself} before {{depth, plural, one {predecessor} other {predecessor, # generations back}}} other {{depth, plural, one {successor} other {successor, # generations on}}}}',
  'page.rules': 'Rules',
} as const;
