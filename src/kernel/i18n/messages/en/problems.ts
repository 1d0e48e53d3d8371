/** Title and sentence of every problem, in English. */
export const problems = {
  'problem.bad-request.title': 'Request not understood',
  'problem.bad-request.detail':
    '{reason, select, address {The address of the request is not UTF-8 with percent signs.} host {The header Host names no host.} ifMatch {The header If-Match holds no entity tag such as W/"17".} contentType {The request has a body, and no header Content-Type says of what kind.} value {A value of the request is one that the database cannot hold.} other {The request could not be understood.}}',
  'problem.invalid-parameter.title': 'Parameter not valid',
  'problem.invalid-parameter.detail':
    'One or more parameters of the request are not valid; the list says which and what would be right.',
  'problem.invalid-filter.title': 'Filter not valid',
  'problem.invalid-filter.detail': 'The filter could not be used; the list says where it fails.',
  'problem.invalid-body.title': 'Body not valid',
  'problem.invalid-body.detail': 'The body of the request could not be used.',
  'problem.not-authorised.title': 'Not signed in',
  'problem.not-authorised.detail': 'This needs the administrator token, sent as "Authorization: Bearer …".',
  'problem.forbidden.title': 'Not allowed',
  'problem.forbidden.detail': 'You do not have the right to do this.',
  'problem.not-found.title': 'Not found',
  'problem.not-found.detail': 'There is nothing at this address.',
  'problem.register-not-found.title': 'No such register',
  'problem.register-not-found.detail': 'There is no register "{register}".',
  'problem.record-not-found.title': 'No such record',
  'problem.record-not-found.detail':
    'The register "{register}" holds no record "{record}" at the time asked for.',
  'problem.record-erased.title': 'Record erased',
  'problem.record-erased.detail':
    'What the register "{register}" said of "{record}" at the time asked for was erased by law. The log says who had it done and by what right.',
  'problem.method-not-allowed.title': 'Method not allowed',
  'problem.method-not-allowed.detail': '{method} is not possible here; possible are {allowed}.',
  'problem.not-acceptable.title': 'No such format',
  'problem.not-acceptable.detail': 'None of the formats asked for is available; available are {allowed}.',
  'problem.timeout.title': 'Took too long',
  'problem.timeout.detail':
    'The answer took longer than the limit of {limit} seconds. Ask for less, or use an export.',
  'problem.gone.title': 'Withdrawn',
  'problem.gone.detail': 'This was withdrawn on {at}: {reason}',
  'problem.conflict.title': 'Conflict',
  'problem.conflict.detail': 'This contradicts what stands at present: {what}.',
  'problem.record-exists.title': 'Record exists already',
  'problem.record-exists.detail': 'The register "{register}" already has a record "{record}".',
  'problem.register-exists.title': 'Register exists already',
  'problem.register-exists.detail': 'There already is a register "{register}".',
  'problem.precondition-failed.title': 'Changed meanwhile',
  'problem.precondition-failed.detail':
    'The record is not in the state that If-Match or If-None-Match names. Read it again and repeat the change.',
  'problem.precondition-required.title': 'If-Match is needed',
  'problem.precondition-required.detail':
    'A change of a record must say with If-Match which state of it is meant.',
  'problem.body-too-large.title': 'Body too large',
  'problem.body-too-large.detail': 'The body is larger than the limit of {limit} bytes.',
  'problem.unsupported-media-type.title': 'Format not understood',
  'problem.unsupported-media-type.detail':
    'Content of type "{value}" is not understood here; understood are {allowed}.',
  'problem.invalid-record.title': 'Record not valid',
  'problem.invalid-record.detail':
    'The record was not accepted and nothing was changed; the list says everything that is wrong with it.',
  'problem.import-refused.title': 'Import refused',
  'problem.import-refused.detail': 'Nothing was imported; the list says why.',
  'problem.document-infected.title': 'Document refused by the scanner',
  'problem.document-infected.detail':
    'The scanner found "{signature}" in the document. Nothing of it was kept.',
  'problem.no-evidence-field.title': 'Register without evidence',
  'problem.no-evidence-field.detail':
    'The register "{register}" has no field for evidence, so no document can be attached to its records.',
  'problem.range-not-satisfiable.title': 'No such range',
  'problem.range-not-satisfiable.detail':
    'The document has {size} bytes; the range asked for lies outside of them.',
  'problem.scanner-unavailable.title': 'Scanner does not answer',
  'problem.scanner-unavailable.detail':
    'Documents are scanned before they are kept, and the scanner does not answer. Nothing was kept; please try again when the operator has put it right.',
  'problem.documents-unavailable.title': 'Store of documents does not answer',
  'problem.documents-unavailable.detail':
    'The store of documents cannot be used at present. The operator finds the reason in the log under the id of this request.',
  'problem.too-complex.title': 'Too much at once',
  'problem.too-complex.detail': 'The request asks for more than one request may; the list names the limit.',
  'problem.busy.title': 'Busy',
  'problem.busy.detail': 'The server has more to do than it can at the moment. Please try again shortly.',
  'problem.not-ready.title': 'Not ready yet',
  'problem.not-ready.detail': 'The server is starting or stopping and cannot answer yet.',
  'problem.internal.title': 'Error in the server',
  'problem.internal.detail':
    'Something went wrong in the server. The operator finds it in the log under the id of this request.',
} as const;
