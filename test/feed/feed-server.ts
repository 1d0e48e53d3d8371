import Fastify, { type FastifyInstance } from 'fastify';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { configWith } from '../../src/kernel/config.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { LogWatch } from '../../src/kernel/log/follow/log-watch.ts';
import { changesPlugin } from '../../src/standards/changes/plugin.ts';
import type { TestKernel } from '../engines/kernel.ts';

export interface FeedServer {
  readonly app: FastifyInstance;
  readonly watch: LogWatch;
  readonly url: string;
  close(): Promise<void>;
}

/** The feed of a kernel on a port of its own; whoever sends `Authorization` is the administrator. */
export async function openFeedServer(
  kernel: TestKernel,
  limits: object = {},
  heartbeatMs?: number,
): Promise<FeedServer> {
  const app = Fastify({ forceCloseConnections: true });
  const settings: HttpSettings = { ...defaultNames, ...configWith({ limits: { ...limits } }) };
  const watch = new LogWatch(kernel.database);
  installProblems(app, settings);
  app.decorateRequest('caller', null as never);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization ? administrator : anonymous;
  });
  await app.register(changesPlugin, {
    services: kernel,
    settings,
    watch,
    ...(heartbeatMs !== undefined && { heartbeatMs }),
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const close = async () => {
    await watch.close();
    await app.close();
  };
  return { app, watch, url, close };
}

export interface ServerEvent {
  readonly id?: string;
  readonly event: string;
  readonly data: string;
}

/** Events of a stream as they come; comments alone give none. */
export async function* serverEvents(answer: Response): AsyncGenerator<ServerEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>) {
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const fields = block
        .split('\n')
        .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
      const member = (name: string) => fields.find(([key]) => key === name)?.[1];
      const data = member('data');
      if (data !== undefined) yield { id: member('id'), event: member('event') ?? 'message', data };
    }
  }
}
