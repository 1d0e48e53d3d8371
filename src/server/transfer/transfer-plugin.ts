import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/errors.ts';
import { baseUrl } from '../../kernel/http/links.ts';
import { callerOf, languageOf } from '../../kernel/http/request.ts';
import { addResource } from '../../kernel/http/resource.ts';
import type { HttpSettings } from '../../kernel/http/settings.ts';
import type { ImportServices } from '../../kernel/transfer/import-request.ts';
import { mostFindings } from '../../kernel/transfer/report.ts';
import { importDocument } from './import-document.ts';
import { type ImportJob, ImportJobs } from './import-jobs.ts';
import { readImportParameters } from './import-parameters.ts';
import { saveUpload } from './uploaded-file.ts';

export interface TransferOptions {
  readonly services: ImportServices;
  readonly settings: Pick<HttpSettings, 'limits' | 'publicUrl' | 'language'>;
  /** Folder for uploads; the system's temporary folder by default. */
  readonly workFolder?: string;
}

/** Findings that an answer lists unless more are asked for. */
const findingsShown = 1000;
const dayMs = 86_400_000;

/**
 * The HTTP twin of import, for the administrator: `POST /imports` takes a file, `GET /imports/{id}` tells how far it is and
 * what it did, `DELETE` cancels it. The file is the body as it is, or the first one of a form.
 */
export async function transferPlugin(app: FastifyInstance, options: TransferOptions): Promise<void> {
  const { services, settings, workFolder } = options;
  const jobs = new ImportJobs(services, (error) => app.log.error(error));
  app.addHook('onClose', () => jobs.close());
  await app.register(async (scope) => {
    await scope.register(multipart);
    scope.removeContentTypeParser(['application/json', 'text/plain']);
    scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    scope.addHook('onRequest', async (request) => {
      if (callerOf(request).kind !== 'administrator') throw new Problem('not-authorised');
    });
    scope.addHook('onRoute', (route) => {
      route.bodyLimit = settings.limits.importBytes;
      route.handlerTimeout = dayMs;
    });
    const show = (request: FastifyRequest, job: ImportJob) =>
      importDocument(job, languageOf(request, settings.language), baseUrl(request, settings), shown(request));

    addResource(scope, '/imports', {
      handlers: {
        GET: async (request) => ({ imports: jobs.all().map((job) => show(request, job)) }),
        POST: async (request, reply) => {
          const asked = readImportParameters(request.query as Record<string, unknown>);
          if (asked.register !== undefined) services.registry.require(asked.register);
          const file = await saveUpload(request, { workFolder, limit: settings.limits.importBytes });
          const job = jobs.start(asked, file, {
            caller: callerOf(request),
            limits: { maxVertices: settings.limits.geometryVertices },
            workFolder,
          });
          if (asked.wait) await job.done;
          const document = show(request, job);
          reply.header('location', document.links[0]!.href);
          return reply.code(statusOf(job)).send(document);
        },
      },
    });
    addResource(scope, '/imports/:id', {
      handlers: {
        GET: async (request) => show(request, jobs.require(idOf(request))),
        DELETE: async (request) => show(request, await jobs.cancel(idOf(request))),
      },
    });
  });
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

/** 202 while it goes on; then what it came to. */
function statusOf({ status, problem }: ImportJob): number {
  if (status === 'imported') return 201;
  if (status === 'rehearsed') return 200;
  if (status === 'refused') return 422;
  if (status === 'failed') return problem?.status ?? 500;
  return status === 'cancelled' ? 409 : 202;
}

function shown(request: FastifyRequest): number {
  const { findings } = request.query as { findings?: unknown };
  return findings === 'all' ? mostFindings : findingsShown;
}
