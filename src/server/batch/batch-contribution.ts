import type { Contribution } from '../../kernel/http/contribution.ts';
import { operationSchema } from '../../kernel/log/batch/operation-schema.ts';
import { mostOperations } from '../../kernel/log/batch/read-operations.ts';

const text = (name: string, description: string, schema: object = { type: 'string' }) => ({
  name,
  in: 'query',
  description,
  schema,
});
const problem = {
  description: 'Refused, as RFC 9457 problem details with a pointer into the array for each violation.',
};
const answer = { type: 'object', required: ['dryRun', 'operations'] };

/** What the API document says of `/batch`. OpenAPI 3.0 knows neither `const` nor lists of types. */
export const batchContribution: Contribution = {
  api: () => ({
    tags: [{ name: 'batch' }],
    paths: {
      '/batch': {
        post: {
          tags: ['batch'],
          operationId: 'writeBatch',
          summary: 'Write operations across registers as one atomic batch, or try them out',
          security: [{ administrator: [] }],
          parameters: [
            text('dryRun', 'Do everything but the commit, and say what would be written.', {
              type: 'boolean',
            }),
            text('legalBasis', 'Legal basis of the change.'),
            text('cause', 'What caused the change.'),
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: {
                  type: 'array',
                  minItems: 1,
                  maxItems: mostOperations,
                  items: { $ref: '#/components/schemas/Operation' },
                },
              },
            },
          },
          responses: {
            200: {
              description: 'What would be written.',
              content: { 'application/json': { schema: answer } },
            },
            201: { description: 'All of it stands.', content: { 'application/json': { schema: answer } } },
            400: problem,
            401: problem,
            409: problem,
            412: problem,
            413: problem,
            422: problem,
          },
        },
      },
    },
    schemas: { Operation: inOpenApi(operationSchema) as object },
  }),
};

function inOpenApi(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inOpenApi);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { const: only, type, ...rest } = schema as Record<string, unknown>;
  const types = [type].flat();
  return {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inOpenApi(value)])),
    ...(only === undefined ? {} : { type: 'string', enum: [only] }),
    ...(type === undefined
      ? {}
      : typeof type === 'object' && !Array.isArray(type)
        ? { type: inOpenApi(type) }
        : { type: types[0] }),
    ...(types.includes('null') ? { nullable: true } : {}),
  };
}
