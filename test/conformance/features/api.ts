import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { administrator, anonymous } from '../../../src/kernel/access/caller.ts';
import { configWith } from '../../../src/kernel/config.ts';
import { answerProblem, installProblems } from '../../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../../src/kernel/http/settings.ts';
import type { Intent } from '../../../src/kernel/log/intent.ts';
import { featuresPlugin } from '../../../src/standards/features/plugin.ts';
import { searchPlugin } from '../../../src/standards/search/plugin.ts';
import { byAdministrator, openKernel, type TestKernel } from '../../engines/kernel.ts';
import { areas, counts, hidden, towns } from './registers.ts';

export interface TestApi {
  readonly app: FastifyInstance;
  readonly kernel: TestKernel;
  /** GET, with JSON decoded. */
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  send(options: InjectOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of any shape.
  readonly body: any;
}

export const bearer = { authorization: 'Bearer test' };

/** The server's doors without its operation: problems, an authentication that believes "Bearer test", and the plugin. */
export async function buildApp(
  kernel: TestKernel,
  settings: Partial<HttpSettings> = {},
): Promise<FastifyInstance> {
  const all: HttpSettings = { ...defaultNames, ...configWith(), ...settings };
  const app = Fastify({
    bodyLimit: all.limits.bodyBytes,
    routerOptions: { maxParamLength: 2000 },
    frameworkErrors: (error, request, reply) => {
      answerProblem(error, request, reply as never, all);
    },
  });
  installProblems(app, all);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization === bearer.authorization ? administrator : anonymous;
  });
  await app.register(featuresPlugin, { services: kernel, settings: all });
  await app.register(searchPlugin, { services: kernel, settings: all });
  await app.ready();
  return app;
}

/** The API over a kernel with the registers of these tests and some records in them. */
export async function openApi(settings: Partial<HttpSettings> = {}): Promise<TestApi> {
  const kernel = await openKernel([towns, areas, counts, hidden]);
  await kernel.writer.write(seed(), byAdministrator);
  const app = await buildApp(kernel, settings);
  const send = async (options: InjectOptions): Promise<Answer> => {
    const response = await app.inject(options);
    const type = String(response.headers['content-type'] ?? '');
    const body =
      /json/.test(type) && response.body !== '' && !type.includes('seq') ? response.json() : undefined;
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string>,
      text: response.body,
      body,
    };
  };
  return {
    app,
    kernel,
    send,
    get: (url, headers = {}) => send({ method: 'GET', url, headers }),
    close: async () => {
      await app.close();
      await kernel.database.close();
    },
  };
}

function seed(): Intent[] {
  const square = (x: number, y: number, size: number) => [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ];
  const area = (record: string, x: number, since: string, until?: string): Intent => ({
    verb: 'create',
    register: 'areas',
    record,
    body: {
      properties: { label: `Area ${record}`, since, ...(until ? { until } : {}) },
      geometry: { type: 'MultiPolygon', coordinates: [square(x, 40, 1)] },
    },
  });
  const names = [
    'Bakı',
    'Gəncə',
    'Şəki',
    'Quba',
    'Lənkəran',
    'Naxçıvan',
    'Şuşa',
    'Xaçmaz',
    'Qax',
    'Zaqatala',
  ];
  const positions = [
    [49.87, 40.41],
    [46.36, 40.68],
    [47.17, 41.19],
    [48.51, 41.36],
    [48.85, 38.75],
    [45.41, 39.21],
    [46.75, 39.76],
    [48.8, 41.46],
    [46.92, 41.42],
    [46.64, 41.63],
  ];
  return [
    area('north', 46, '1990-01-01'),
    area('south', 48, '1990-01-01', '2010-06-01'),
    area('future', 50, '2999-01-01'),
    ...names.map(
      (az, index): Intent => ({
        verb: 'create',
        register: 'towns',
        record: `t${index}`,
        body: {
          properties: {
            name: { az, en: `Town ${index}` },
            code: `C${index}`,
            population: index * 1000,
            height: index - 5.5,
            capital: index === 0,
            founded: `19${10 + index}-05-01`,
            visited: `2020-01-0${(index % 9) + 1}T12:00:00Z`,
            rank: index < 3 ? 'city' : 'town',
            tags: index % 2 ? ['odd', 'all'] : ['all'],
            secret: 'only for the administrator',
            area: 'north',
          },
          geometry: { type: 'Point', coordinates: positions[index]! },
        },
      }),
    ),
    ...[1, 2, 3].map(
      (value): Intent => ({
        verb: 'create',
        register: 'counts',
        record: `n${value}`,
        body: { properties: { at: `202${value}-01-01T00:00:00Z`, value }, geometry: null },
      }),
    ),
    { verb: 'create', register: 'hidden', record: 'h', body: { properties: { word: 'x' }, geometry: null } },
  ];
}
