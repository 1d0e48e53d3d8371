import type { Contribution } from '../../kernel/http/contribution.ts';

const text = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});
const problem = { description: 'Refused, as RFC 9457 problem details.' };
const binary = { schema: { type: 'string', format: 'binary' } };
const receipt = { type: 'object', required: ['sha256', 'isNew', 'mediaType', 'size', 'scan', 'links'] };

/** What the API document says of `/documents`. */
export const documentsContribution: Contribution = {
  api: () => ({
    tags: [{ name: 'documents' }],
    paths: {
      '/documents': {
        post: {
          tags: ['documents'],
          operationId: 'takeDocument',
          summary: 'Keep a document under its SHA-256, and make it evidence of a record',
          parameters: [
            text('title', 'Title; the name of the file by default.'),
            text('fileName', 'Name of the file.'),
            text('issuer', 'Who issued it.'),
            text('issued', 'Date on which it was issued.', { type: 'string', format: 'date' }),
            text('source', 'Where it is from.'),
            text('secrecy', 'Who may see it.', { type: 'string', enum: ['public', 'restricted'] }),
            text('label', 'How far it can be relied on.', {
              type: 'string',
              enum: ['real', 'derived', 'approximate', 'synthetic'],
            }),
            text('legalBasis', 'Legal basis of the change.'),
            text('to', 'Record that it is evidence for: register/record.'),
            text('dryRun', 'Do everything but keep it.', { type: 'boolean' }),
          ],
          requestBody: {
            required: true,
            content: {
              'application/octet-stream': binary,
              'multipart/form-data': { schema: { type: 'object' } },
            },
          },
          responses: {
            200: {
              description: 'It was kept already.',
              content: { 'application/json': { schema: receipt } },
            },
            201: { description: 'It is kept.', content: { 'application/json': { schema: receipt } } },
            400: problem,
            401: problem,
            404: problem,
            413: problem,
            422: problem,
            503: problem,
          },
        },
      },
      '/documents/{sha256}': {
        get: {
          tags: ['documents'],
          operationId: 'getDocument',
          summary: 'The bytes of a document, whole or by range',
          parameters: [
            {
              name: 'sha256',
              in: 'path',
              required: true,
              schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
            },
            { name: 'Range', in: 'header', schema: { type: 'string' } },
          ],
          responses: {
            200: { description: 'All of it.', content: { '*/*': binary } },
            206: { description: 'The span of bytes that was asked for.', content: { '*/*': binary } },
            304: { description: 'The client has it already.' },
            404: problem,
            416: problem,
            503: problem,
          },
        },
      },
    },
  }),
};
