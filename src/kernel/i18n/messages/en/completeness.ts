/** How many there were and who answers for it, in English. */
export const completeness = {
  'count.when.now': 'Today, {date}',
  'count.when.day': 'On {date}',
  'count.when.instant': 'On {date}',
  'count.when.between': 'At some time from {from} to {to}',
  'count.when.since': 'At some time since {from}',
  'count.when.until': 'At some time until {to}',
  'count.when.ever': 'At any time',
  'count.complete':
    '{when}: {count, plural, =0 {none} one {{n} record} other {{n} records}}. That this is all is stated by {who}.',
  'count.complete-between':
    '{when}: between {n} and {most} records, because {why}. That the register is complete is stated by {who}.',
  'count.because-undated': '{undated, plural, one {{u} has no date} other {{u} have no date}}',
  'count.because-unplaced': '{unplaced, plural, one {{p} has no place} other {{p} have no place}}',
  'count.on-record':
    '{count, plural, =0 {none is on record} one {{n} is on record} other {{n} are on record}}{undated, plural, =0 {} other {, {u} more without a date}}{unplaced, plural, =0 {} other {, {p} without a place}}',
  'count.unknown.none': '{when}: unknown. Nobody has stated a complete count for that time; {known}.',
  'count.unknown.period':
    '{when}: unknown. Complete counts have been stated for other times, not for this one; {known}.',
  'count.unknown.area':
    '{when}: unknown. Complete counts have been stated for parts of this area, not for all of it; {known}.',
  'count.unknown.withheld': '{when}: unknown. Not every record of this register is public; {known}.',
  'count.unknown.many': '{when}: at least {n} records; they are not counted further.',
  'count.as-of': 'So it was known on {time}.',
  'count.as-of-position': 'So it was known at position {position} of the log.',
  'count.conditions': 'Only records that meet the conditions are counted.',
  'count.nobody': 'nobody',
  'count.title': 'How many',
  'count.count': 'Records',
  'count.undated': 'Without a date',
  'count.statements': 'Statements behind it',
  'count.custodian': 'Stated by',
  'count.basis': 'Basis',
  'count.evidence': 'Evidence',
  'count.no-value': 'no value',
  'violation.group-field': '"{value}" cannot be grouped by; possible are {allowed}.',
  'violation.group-twice': '"{value}" is named twice.',
} as const;
