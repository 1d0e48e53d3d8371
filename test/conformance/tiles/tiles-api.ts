import Fastify from 'fastify';
import { administrator, anonymous } from '../../../src/kernel/access/caller.ts';
import { configWith } from '../../../src/kernel/config.ts';
import { installProblems } from '../../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../../src/kernel/http/settings.ts';
import type { Register } from '../../../src/kernel/register/register.ts';
import { TileService } from '../../../src/kernel/tiles/tile-service.ts';
import { featuresPlugin } from '../../../src/standards/features/plugin.ts';
import { stylesContribution } from '../../../src/standards/styles/contribution.ts';
import { stylesPlugin } from '../../../src/standards/styles/plugin.ts';
import { tilesContribution } from '../../../src/standards/tiles/contribution.ts';
import { tilesPlugin } from '../../../src/standards/tiles/plugin.ts';
import { openKernel, type TestKernel } from '../../engines/kernel.ts';

export interface TilesApi {
  readonly kernel: TestKernel;
  get(url: string, headers?: Record<string, string>): Promise<TilesAnswer>;
  close(): Promise<void>;
}

export interface TilesAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of any shape.
  readonly body: any;
}

export const bearer = { authorization: 'Bearer test' };

/** The doors of Features and Tiles over a kernel with the registers given. */
export async function openTilesApi(registers: readonly Register[]): Promise<TilesApi> {
  const kernel = await openKernel(registers);
  const settings: HttpSettings = { ...defaultNames, ...configWith() };
  const app = Fastify({ routerOptions: { maxParamLength: 2000 } });
  installProblems(app, settings);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization === bearer.authorization ? administrator : anonymous;
  });
  await app.register(featuresPlugin, {
    services: kernel,
    settings,
    contributions: [tilesContribution, stylesContribution],
  });
  await app.register(tilesPlugin, {
    services: kernel,
    settings,
    tiles: new TileService(kernel, { patienceMs: Number.POSITIVE_INFINITY }),
  });
  await app.register(stylesPlugin, { services: kernel, settings });
  await app.ready();
  return {
    kernel,
    async get(url, headers = {}) {
      const response = await app.inject({ method: 'GET', url, headers });
      const isJson = /json/.test(String(response.headers['content-type'] ?? ''));
      return {
        status: response.statusCode,
        headers: response.headers as Record<string, string>,
        bytes: response.rawPayload,
        body: isJson ? response.json() : undefined,
      };
    },
    async close() {
      await app.close();
      await kernel.database.close();
    },
  };
}
