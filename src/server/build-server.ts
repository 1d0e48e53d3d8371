import type { RequestListener } from 'node:http';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Config } from '../kernel/config.ts';
import { addLanguageChoice } from '../kernel/http/language-choice.ts';
import { answerProblem, installProblems } from '../kernel/http/problem.ts';
import { QuickRoutes } from '../kernel/http/quick-routes.ts';
import { defaultNames, type HttpSettings } from '../kernel/http/settings.ts';
import type { Position } from '../kernel/log/entry.ts';
import type { LogProof } from '../kernel/log/proof/log-proof.ts';
import { createLogger, type Logger } from '../kernel/logger.ts';
import type { SnapshotStore } from '../kernel/snapshot/snapshot-store.ts';
import { addReadYourWrites } from './answer-from-memory.ts';
import { addAuthentication } from './authenticate.ts';
import type { StoreServices } from './create-services.ts';
import { addHealth, type ServerState } from './health.ts';
import { addMetrics } from './metrics.ts';
import { mountDoors } from './mount-doors.ts';
import { uploadFolder } from './open-store.ts';
import { packFacts } from './pack-files.ts';
import { addPortalFiles, hasPortal } from './portal-files.ts';
import { readQuery } from './query-text.ts';
import { QuickDoor } from './quick-door.ts';
import { type Answered, addRequestLog, logAnswered, requestId } from './request-log.ts';
import { addSecurityHeaders, securityHeaders } from './security-headers.ts';
import { addTimeLimit } from './time-limit.ts';

export interface ServerParts {
  readonly config: Config;
  readonly services: StoreServices;
  /** Packed copies that the services' reader answers from, where there are any. */
  readonly snapshots?: SnapshotStore | undefined;
  /** Waits for the processes that read beside this one. */
  readonly reachReaders?: ((position: Position) => Promise<void>) | undefined;
  readonly state: ServerState;
  /** The administrator token. */
  readonly token: string;
  /** What signs the log in this process. */
  readonly proof?: LogProof;
  readonly logger?: Logger;
}

export interface BuiltServer {
  readonly app: FastifyInstance;
  /** What every request is given to: the application, behind what is answered before it. */
  readonly listener: RequestListener;
}

/** Puts every door of the program on one HTTP application; everything that answers is decided here. */
export async function buildServer(parts: ServerParts): Promise<BuiltServer> {
  const { config, services, state, token } = parts;
  const facts = await packFacts(config.pack);
  const settings: HttpSettings = { ...defaultNames, ...config, hasPortal: hasPortal(), packFacts: facts };
  const logger = parts.logger ?? createLogger('silent');
  const app: FastifyInstance = Fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: config.limits.bodyBytes,
    trustProxy: config.trustProxy,
    routerOptions: { maxParamLength: 2_000, querystringParser: readQuery },
    frameworkErrors: (error, request, reply) => {
      // A URL that cannot be read reaches no hook.
      reply.headers({ ...securityHeaders(config), 'x-request-id': request.id });
      answerProblem(error, request, reply as never, settings);
    },
  });
  addRequestLog(app);
  addSecurityHeaders(app, config);
  installProblems(app, settings);
  addTimeLimit(app, config.limits.requestSeconds);
  addAuthentication(app, token);
  addHealth(app, state, services.database);
  const observe = addMetrics(app, services);
  if (parts.snapshots) addReadYourWrites(app, parts.snapshots, parts.reachReaders ?? (async () => {}));
  addLanguageChoice(app);
  await addPortalFiles(app);
  const quick = new QuickRoutes();
  const folders = { data: config.data, work: uploadFolder(config) };
  await mountDoors(app, services, settings, {
    webhookTargets: config.webhookTargets,
    folders,
    proof: parts.proof,
    snapshots: parts.snapshots,
    quick,
  });
  await app.ready();
  const onAnswered = (answered: Answered) => {
    logAnswered(logger, answered);
    observe(answered);
  };
  const door = new QuickDoor({ config, routes: quick, application: app.routing, onAnswered });
  return { app, listener: door.answer };
}
