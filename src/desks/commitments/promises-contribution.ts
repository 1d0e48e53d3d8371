import type { Contribution } from '../../kernel/http/contribution.ts';
import { message } from '../../kernel/i18n/message.ts';
import { statuses } from './engine/promise.ts';

const text = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});
const hanging = new Set(['agreements', 'commitments', 'promise-events', 'agreement-texts', 'committees']);

/** What the documents of the API say of `/promises`, and the link that leads there from its registers. */
export const promisesContribution: Contribution = {
  landing: ({ base, language }) => [
    {
      rel: 'related',
      type: 'application/json',
      href: `${base}/promises`,
      title: message(language, 'promise.title'),
    },
  ],
  collectionLinks: ({ base, language }, { id }) =>
    hanging.has(id)
      ? [
          {
            rel: 'related',
            type: 'application/json',
            href: `${base}/promises`,
            title: message(language, 'promise.title'),
          },
        ]
      : [],
  api: () => ({
    tags: [{ name: 'promises' }],
    paths: {
      '/promises': {
        get: {
          tags: ['promises'],
          operationId: 'getPromises',
          summary: 'Promises by party and by date, with their status as of a day',
          parameters: [
            text('datetime', 'Day that is asked about, YYYY-MM-DD; today by default.'),
            text('asOf', 'As was known at a timestamp or a position of the log.'),
            text('party', 'Id of an organisation.'),
            text('status', `One or more of ${statuses.join(', ')}.`),
            text('due', 'Day or period in which they are due.'),
            text('evidence', 'Those without documents, or with some.', {
              type: 'string',
              enum: ['none', 'some'],
            }),
            text('limit', 'Promises of a page.', {
              type: 'integer',
              minimum: 1,
              maximum: 10_000,
              default: 1_000,
            }),
            text('offset', 'Promises left out before.', { type: 'integer', minimum: 0, maximum: 10_000 }),
            text('f', 'Format.', { type: 'string', enum: ['json', 'html', 'csv', 'ics'] }),
          ],
          responses: {
            200: {
              description: 'Promises and their figures.',
              content: {
                'application/json': {
                  schema: { type: 'object', required: ['datetime', 'position', 'summary', 'promises'] },
                },
                'text/html': { schema: { type: 'string' } },
                'text/csv': { schema: { type: 'string' } },
                'text/calendar': { schema: { type: 'string' } },
              },
            },
            400: { description: 'Refused, as RFC 9457 problem details.' },
            406: { description: 'None of the formats is available.' },
          },
        },
      },
    },
  }),
};
