/** What the change feed says, in English. */
export const changes = {
  'violation.changes-since':
    '"{value}" is neither a position of the log nor a date or RFC 3339 timestamp. Take the cursor from the link "next".',
  'violation.changes-ahead':
    'The cursor {value} lies beyond the end of this log ({maximum}): it was taken from another log, or this one was restored from an older copy. Compare your copy with the register and begin again at a position that both have.',
  'violation.changes-filter-needs-registers':
    'A filter asks for fields, and fields belong to registers: name those that it is for, as registers=a,b.',
} as const;
