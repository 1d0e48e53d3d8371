import { visibleRegisters } from '../../kernel/access/narrow.ts';
import type { Contribution, DoorContext } from '../../kernel/http/contribution.ts';
import type { Link } from '../../kernel/http/links.ts';
import { segment } from '../../kernel/http/links.ts';
import { message } from '../../kernel/i18n/message.ts';
import { changeKinds } from '../../kernel/log/feed/change.ts';
import { filterLanguages } from '../../kernel/query/filter.ts';

const query = (name: string, description: string, schema: object) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
});

const own = [
  query(
    'since',
    'Cursor: only what comes after this position of the log, or was recorded from this time on.',
    {
      type: 'string',
      default: '0',
    },
  ),
  query('before', 'Newest first: `latest`, or only what lies before this position.', { type: 'string' }),
  query('wait', 'Seconds to wait where there is nothing new.', { type: 'integer', minimum: 0 }),
  query('types', 'Kinds of changes, separated by commas.', { type: 'string', example: 'upsert,tombstone' }),
  query('novelty', 'Say of each upsert whether the record is new.', { type: 'boolean', default: false }),
  query('limit', 'Changes of a page at most.', { type: 'integer', minimum: 1, maximum: 2000, default: 100 }),
  query('filter', 'A condition in CQL2: what enters it is an upsert, what leaves it a tombstone.', {
    type: 'string',
  }),
  query('filter-lang', 'Language of the filter.', { type: 'string', enum: [...filterLanguages] }),
  query('bbox', 'A box in longitude and latitude: what enters it is an upsert, what leaves it a tombstone.', {
    type: 'string',
  }),
  query('datetime', 'Only what is said of this part of valid time.', { type: 'string' }),
  query('f', 'Format.', { type: 'string', enum: ['json', 'cloudevents', 'sse', 'html'] }),
];
const registers = query('registers', 'Ids of registers, separated by commas; all of them by default.', {
  type: 'string',
});
const lastEventId = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: 'Where a stream that was cut goes on; wins over `since`.',
  schema: { type: 'string' },
};

const responses = {
  200: {
    description: 'A page of changes, or a stream without an end.',
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Changes' } },
      'application/cloudevents-batch+json': {
        schema: { type: 'array', items: { $ref: '#/components/schemas/ChangeEvent' } },
      },
      'text/event-stream': { schema: { type: 'string' } },
      'text/html': { schema: { type: 'string' } },
    },
  },
  304: { description: 'Nothing came since.' },
  default: { $ref: '#/components/responses/Problem' },
};

const text = { type: 'string' };
const period = {
  type: 'object',
  properties: { from: { ...text, nullable: true }, to: { ...text, nullable: true } },
};
const schemas = {
  Change: {
    type: 'object',
    required: ['position', 'kind', 'register', 'valid', 'recordedAt', 'actor', 'cause', 'batch'],
    properties: {
      position: { type: 'integer' },
      kind: { type: 'string', enum: [...changeKinds] },
      register: text,
      record: text,
      valid: period,
      recordedAt: { type: 'string', format: 'date-time' },
      actor: text,
      legalBasis: { ...text, nullable: true },
      cause: text,
      batch: { type: 'object', properties: { first: { type: 'integer' }, last: { type: 'integer' } } },
      erases: { type: 'integer' },
      isNew: { type: 'boolean' },
      feature: { nullable: true, allOf: [{ $ref: '#/components/schemas/Feature' }] },
    },
  },
  Changes: {
    type: 'object',
    required: ['changes', 'links'],
    properties: {
      next: { type: 'integer' },
      isLatest: { type: 'boolean' },
      latest: { type: 'integer' },
      before: { type: 'integer' },
      isFirst: { type: 'boolean' },
      numberReturned: { type: 'integer' },
      changes: { type: 'array', items: { $ref: '#/components/schemas/Change' } },
      links: { type: 'array', items: { $ref: '#/components/schemas/Link' } },
    },
  },
  ChangeEvent: {
    type: 'object',
    description: 'CloudEvents 1.0, JSON format.',
    required: ['specversion', 'id', 'source', 'type'],
    properties: {
      specversion: { type: 'string', enum: ['1.0'] },
      ...Object.fromEntries(
        [
          'id',
          'source',
          'type',
          'subject',
          'time',
          'datacontenttype',
          'dataschema',
          'register',
          'validfrom',
          'validto',
          'actor',
          'legalbasis',
          'cause',
          'batchfirst',
          'batchlast',
          'erases',
        ].map((name) => [name, text]),
      ),
      isnew: { type: 'boolean' },
      data: { $ref: '#/components/schemas/Feature' },
    },
  },
};

const link = ({ language }: DoorContext, href: string): Link => ({
  rel: 'changes',
  href,
  type: 'application/json',
  title: message(language, 'changes.title'),
});

/** What the change feed adds to the documents that describe the API. */
export const changesContribution: Contribution = {
  landing: (door) => [link(door, `${door.base}/changes`)],
  collectionLinks: (door, { id }) => [link(door, `${door.base}/collections/${segment(id)}/changes`)],
  api: ({ services, caller }) => ({
    tags: [{ name: 'changes' }],
    schemas,
    paths: {
      '/changes': {
        get: {
          tags: ['changes'],
          operationId: 'changes',
          summary: 'What was changed in all registers, in the order of the log',
          parameters: [registers, ...own, lastEventId],
          responses,
        },
      },
      ...Object.fromEntries(
        visibleRegisters(services.registry.all(), caller).map(({ id }) => [
          `/collections/${id}/changes`,
          {
            get: {
              tags: ['changes'],
              operationId: `changes.${id}`,
              summary: `What was changed in ${id}, in the order of the log`,
              parameters: [...own, lastEventId],
              responses,
            },
          },
        ]),
      ),
    },
  }),
};
