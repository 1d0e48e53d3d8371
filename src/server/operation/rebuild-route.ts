import { PassThrough } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { problemDocument } from '../../kernel/http/problem-document.ts';
import { languageOf } from '../../kernel/http/request.ts';
import { type RebuildReport, rebuildTables } from '../../kernel/log/rebuild/rebuild-tables.ts';
import type { Services } from '../../kernel/services.ts';
import { onlyAdministrator } from './only-administrator.ts';

const body = {
  type: 'object',
  required: ['isComparison'],
  additionalProperties: false,
  properties: {
    isComparison: { type: 'boolean' },
    registers: { type: 'array', minItems: 1, items: { type: 'string' } },
  },
} as const;

export interface RebuildWish {
  readonly isComparison: boolean;
  readonly registers?: readonly string[];
}

/** A line of the answer: how far it is, and at last what came of it. */
export type RebuildLine =
  | { readonly progress: { readonly done: number; readonly total: number } }
  | { readonly report: RebuildReport }
  | { readonly problem: { readonly detail: string } };

const pauseMs = 250;

/**
 * `POST /operation/rebuild`: derives registers' tables from the log, to compare them with those in use or to take their
 * place. Answers in lines of JSON while it is at work; who closes the connection stops it.
 */
export function addRebuild(app: FastifyInstance, services: Services): void {
  const options = { onRequest: onlyAdministrator, schema: { body } };
  app.post<{ Body: RebuildWish }>('/operation/rebuild', options, (request, reply) => {
    const { isComparison, registers } = request.body;
    for (const id of registers ?? []) services.registry.require(id);
    const stop = new AbortController();
    const lines = new PassThrough();
    const say = (line: RebuildLine) => lines.write(`${JSON.stringify(line)}\n`);
    let said = 0;
    const onProgress = (progress: { done: number; total: number }) => {
      if (performance.now() - said < pauseMs) return;
      said = performance.now();
      say({ progress });
    };
    reply.raw.once('close', () => stop.abort());
    rebuildTables(services, {
      isComparison,
      ...(registers ? { registers } : {}),
      signal: stop.signal,
      onProgress,
    })
      .then(
        (report) => say({ report }),
        (error) => {
          if (!stop.signal.aborted) request.log.error({ err: error }, 'tables were not rebuilt');
          const problem = error instanceof Problem ? error : new Problem('internal');
          const { detail } = problemDocument(problem, languageOf(request), '');
          say({ problem: { detail } });
        },
      )
      .finally(() => lines.end());
    return reply.type('application/x-ndjson').send(lines);
  });
}
