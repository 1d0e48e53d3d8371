import type { FastifyInstance } from 'fastify';
import type { Intent, WriteContext } from '../../kernel/log/intent.ts';
import type { Services } from '../../kernel/services.ts';
import { onlyAdministrator } from './only-administrator.ts';

const text = { type: 'string', minLength: 1, maxLength: 200 } as const;
const geometry = { type: ['object', 'null'] } as const;
const properties = { type: 'object' } as const;
const instant = { type: ['string', 'null'], format: 'date-time' } as const;

const intent = {
  type: 'object',
  required: ['verb', 'register'],
  properties: {
    verb: { enum: ['create', 'replace', 'update', 'retire'] },
    register: text,
    record: text,
    body: { type: 'object', required: ['properties', 'geometry'], properties: { properties, geometry } },
    properties,
    geometry,
    valid: { type: 'object', required: ['from', 'to'], properties: { from: instant, to: instant } },
    ifMatch: { anyOf: [{ const: '*' }, { type: 'array', items: { type: 'integer' } }] },
  },
  anyOf: [
    { properties: { verb: { const: 'create' } }, required: ['body'] },
    { properties: { verb: { const: 'replace' } }, required: ['body', 'record'] },
    { properties: { verb: { enum: ['update', 'retire'] } }, required: ['record'] },
  ],
} as const;

const body = {
  type: 'object',
  required: ['intents'],
  properties: {
    intents: { type: 'array', minItems: 1, maxItems: 10_000, items: intent },
    cause: text,
    legalBasis: text,
    dryRun: { type: 'boolean' },
  },
} as const;

interface Batch extends Pick<WriteContext, 'legalBasis' | 'dryRun'> {
  readonly intents: readonly Intent[];
  readonly cause?: string;
}

/** `POST /operation/batches`: many changes of any registers as one atomic write; all of it stands, or nothing does. */
export function addBatches(app: FastifyInstance, { writer }: Services): void {
  app.post<{ Body: Batch }>(
    '/operation/batches',
    { onRequest: onlyAdministrator, schema: { body } },
    async (request, reply) => {
      const { intents, cause = 'api', legalBasis, dryRun } = request.body;
      const written = await writer.write(intents, { caller: request.caller, cause, legalBasis, dryRun });
      return reply.code(dryRun ? 200 : 201).send({ written });
    },
  );
}
