import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import { answerDocument } from './answer-document.ts';
import type { DocumentsOptions } from './documents-options.ts';
import { takeDocument } from './take-document.ts';

/** An upload takes as long as the line of the sender. */
const dayMs = 86_400_000;

/**
 * `POST /documents` takes a document in, and makes it evidence of a record where one is named; `GET /documents/{sha256}`
 * gives its bytes to those who may see its record.
 */
export async function documentsPlugin(app: FastifyInstance, options: DocumentsOptions): Promise<void> {
  await app.register(multipart);
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  app.addHook('onRoute', (route) => {
    route.bodyLimit = Number.MAX_SAFE_INTEGER; // The limit of documents is counted as they come in.
    if (route.method === 'POST') route.handlerTimeout = dayMs;
  });
  addResource(app, '/documents', {
    handlers: { POST: (request, reply) => takeDocument(options, request, reply) },
  });
  addResource(app, '/documents/:hash', {
    handlers: { GET: (request, reply) => answerDocument(options, request, reply) },
  });
}
