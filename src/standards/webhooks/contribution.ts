import type { Contribution } from '../../kernel/http/contribution.ts';
import { changeKinds } from '../../kernel/log/feed/change.ts';
import { filterLanguages } from '../../kernel/query/filter.ts';

const text = { type: 'string' };
const count = { type: 'integer' };
const at = (name: string, schema: object = text) => ({ name, in: 'path', required: true, schema });
const asked = (name: string, schema: object = count) => ({ name, in: 'query', required: false, schema });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const refused = { default: { $ref: '#/components/responses/Problem' } };
const security = [{ administrator: [] }];

function operation(
  operationId: string,
  summary: string,
  answer: Record<number, object>,
  more: object = {},
): object {
  return {
    tags: ['webhooks'],
    operationId,
    summary,
    security,
    responses: { ...answer, ...refused },
    ...more,
  };
}

const wish = {
  title: text,
  target: { type: 'string', format: 'uri' },
  registers: { type: 'array', nullable: true, items: text },
  filter: { ...text, nullable: true },
  filterLang: { type: 'string', enum: [...filterLanguages] },
  bbox: { type: 'array', nullable: true, minItems: 4, maxItems: 4, items: { type: 'number' } },
  types: { type: 'array', items: { type: 'string', enum: [...changeKinds] } },
  audience: { type: 'string', enum: ['public', 'administrator'], default: 'public' },
  maxAttempts: { type: 'integer', minimum: 1, maximum: 50, default: 12 },
  onDeadLetter: { type: 'string', enum: ['skip', 'pause'], default: 'skip' },
  state: { type: 'string', enum: ['active', 'paused'], default: 'active' },
  since: {
    type: 'integer',
    minimum: 0,
    description: 'The first event is the one after this position of the log.',
  },
};
const body = (schema: object) => ({ requestBody: { required: true, ...json(schema) } });
const letterPaths = (path: string, name: string, parameters: readonly object[]) => ({
  [`${path}/redelivery`]: {
    parameters,
    post: operation(`redeliver${name}`, 'Have it sent once more', { 202: { description: 'Queued.' } }),
  },
  [`${path}/dismissal`]: {
    parameters,
    post: operation(
      `dismiss${name}`,
      'Let it go for good, with the reason',
      { 200: { description: 'Done.' } },
      body({
        type: 'object',
        required: ['reason'],
        properties: { reason: text },
      }),
    ),
  },
});

/** What the API document says of `/webhooks`. */
export const webhooksContribution: Contribution = {
  api: () => ({
    tags: [{ name: 'webhooks' }],
    schemas: {
      WebhookWish: { type: 'object', properties: { ...wish, secret: text } },
      Webhook: {
        type: 'object',
        properties: {
          id: text,
          ...wish,
          state: { type: 'string', enum: ['active', 'paused', 'gone'] },
          reason: { ...text, nullable: true },
          cursor: count,
          lag: count,
          attempts: count,
          deadLetters: count,
        },
      },
    },
    paths: {
      '/webhooks': {
        get: operation(
          'webhooks',
          'Who is told of changes, and how it goes',
          {
            200: {
              description: 'Webhooks.',
              ...json({ type: 'object', properties: { webhooks: { type: 'array', items: ref('Webhook') } } }),
            },
          },
          { parameters: [asked('limit'), asked('offset')] },
        ),
        post: operation(
          'makeWebhook',
          'Have changes posted to a URL',
          { 201: { description: 'Made; the answer has its secret.', ...json(ref('Webhook')) } },
          body({ allOf: [ref('WebhookWish'), { required: ['title', 'target'] }] }),
        ),
      },
      '/webhooks/{id}': {
        parameters: [at('id')],
        get: operation('webhook', 'One webhook', { 200: { description: 'It.', ...json(ref('Webhook')) } }),
        patch: operation(
          'changeWebhook',
          'Change, pause, resume or send back',
          { 200: { description: 'As it is now.', ...json(ref('Webhook')) } },
          body(ref('WebhookWish')),
        ),
        delete: operation('removeWebhook', 'Remove it with its dead letters', {
          204: { description: 'Done.' },
        }),
      },
      '/webhooks/{id}/secret': {
        parameters: [at('id')],
        post: operation('rotateSecret', 'A new secret; the old one signs as well for a day', {
          200: { description: 'The secret.' },
        }),
      },
      '/webhooks/{id}/dead-letters': {
        parameters: [at('id')],
        get: operation(
          'deadLetters',
          'Events that could not be delivered',
          { 200: { description: 'They.' } },
          { parameters: [asked('limit'), asked('after'), asked('settled', { type: 'boolean' })] },
        ),
      },
      ...letterPaths('/webhooks/{id}/dead-letters', 'All', [at('id')]),
      ...letterPaths('/webhooks/{id}/dead-letters/{position}', 'One', [at('id'), at('position', count)]),
    },
  }),
};
