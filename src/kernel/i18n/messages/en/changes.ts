/** What the change feed says, in English. */
export const changes = {
  'violation.changes-since':
    '"{value}" is neither a position of the log nor a date or RFC 3339 timestamp. Take the cursor from the link "next".',
  'violation.changes-ahead':
    'The cursor {value} lies beyond the end of this log ({maximum}): it was taken from another log, or this one was restored from an older copy. Compare your copy with the register and begin again at a position that both have.',
  'violation.changes-filter-needs-registers':
    'A filter asks for fields, and fields belong to registers: name those that it is for, as registers=a,b.',
  'problem.webhook-not-found.title': 'No such webhook',
  'problem.webhook-not-found.detail': 'There is no webhook "{webhook}".',
  'problem.dead-letter-not-found.title': 'No such dead letter',
  'problem.dead-letter-not-found.detail': 'The webhook "{webhook}" has no dead letter {position} that waits.',
  'violation.webhook-target':
    '"{value}" is not an address that events can be posted to. Give an http or https URL without a name and password in it, such as https://example.org/hooks/ufuq.',
  'violation.webhook-target-https':
    'Events are posted over https only; "{value}" is not. The operator can allow other targets (webhookTargets).',
  'violation.webhook-target-private':
    '"{value}" lies in a private network, and webhooks may not reach into one. The operator can allow it (webhookTargets).',
  'violation.webhook-secret':
    'A secret is "whsec_" followed by 24 to 64 bytes in base64. Leave it out and one is made.',
  'changes.title': 'Changes',
  'changes.record': 'Record',
  'changes.what': 'What',
  'changes.none': 'Nothing was changed.',
  'changes.kind.upsert': 'recorded',
  'changes.kind.tombstone': 'no longer holds',
  'changes.kind.erased': 'was erased',
  'changes.kind.erasure': 'erased by law',
  'changes.kind.declared': 'register declared',
  'changes.kind.dropped': 'register dropped',
  'webhooks.title': 'Webhooks',
  'webhooks.without-portal':
    'Webhooks are looked after by the administrator: in the portal, with "ufuq webhooks", or over this address with the administrator token.',
} as const;
