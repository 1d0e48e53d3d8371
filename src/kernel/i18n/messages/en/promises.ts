/** Words about promises and how they stand, in English. */
export const promises = {
  'promise.title': 'Promises',
  'promise.as-of': 'As of {day}.',
  'promise.no-due': 'no date',
  'promise.without-evidence': 'without evidence',
  'promise.column.promise': 'Promise',
  'promise.column.parties': 'Parties',
  'promise.column.due': 'Due',
  'promise.column.status': 'Status',
  'promise.column.why': 'Why',
  'promise.column.evidence': 'Evidence',
  'promise.status.kept': 'kept',
  'promise.status.late': 'late',
  'promise.status.open': 'open',
  'promise.status.lapsed': 'lapsed',
  'promise.status.unknown': 'unknown',
  'promise.reason.delivered': 'Delivered by {on}, with evidence.',
  'promise.reason.delivered-after-due':
    'Delivered by {on}, with evidence, {daysLate, plural, one {# day} other {# days}} after it was due.',
  'promise.reason.due-passed':
    'Due on {due}; {daysLate, plural, one {# day} other {# days}} later no evidence of delivery is held.',
  'promise.reason.not-due-yet':
    'Due on {due}, in {daysLeft, plural, =0 {less than a day} one {# day} other {# days}}.',
  'promise.reason.withdrawn': 'Withdrawn.',
  'promise.reason.condition-failed': 'Its condition can no longer occur, since {on}.',
  'promise.reason.agreement-ended': 'Its agreement ended on {on}.',
  'promise.reason.claimed-without-evidence': 'Said to be kept; no document shows it.',
  'promise.reason.condition-not-met': 'Waits for its condition; nothing says that it has occurred.',
  'promise.reason.no-due-date': 'No due date is known.',
} as const;
