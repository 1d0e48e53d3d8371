import Fastify, { type FastifyInstance } from 'fastify';
import { administrator, anonymous } from '../../../src/kernel/access/caller.ts';
import type { ReleaseNote } from '../../../src/kernel/catalogue/release-note.ts';
import { configWith } from '../../../src/kernel/config.ts';
import { installProblems } from '../../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../../src/kernel/http/settings.ts';
import type { LocalizedText } from '../../../src/kernel/i18n/language.ts';
import { defineRegister } from '../../../src/kernel/register/define-register.ts';
import { organisations } from '../../../src/registers/catalogue/organisations.ts';
import { themes } from '../../../src/registers/catalogue/themes.ts';
import { countries } from '../../../src/registers/land/countries.ts';
import { settlements } from '../../../src/registers/land/settlements.ts';
import { dcatPlugin } from '../../../src/standards/dcat/plugin.ts';
import { featuresPlugin } from '../../../src/standards/features/plugin.ts';
import { recordsContribution } from '../../../src/standards/records/contribution.ts';
import { recordsPlugin } from '../../../src/standards/records/plugin.ts';
import { byAdministrator, openKernel, type TestKernel } from '../../engines/kernel.ts';

const same = (text: string): LocalizedText => ({ az: text, en: text, ar: text, fa: text });
const name = { name: 'name', type: 'localized' as const, title: same('name') };

/** A register with everything that the catalogue may say of one. */
export const wells = defineRegister({
  id: 'wells',
  title: { az: 'Quyular', en: 'Wells', ar: 'الآبار', fa: 'چاه‌ها' },
  description: { az: 'Bakı quyuları.', en: 'Wells of drinking water.', ar: 'آبار', fa: 'چاه' },
  desk: 'land',
  theme: 'hydrography',
  steward: 'water-agency',
  legalBasis: same('Water Act'),
  licence: 'CC-BY-4.0',
  updateCycle: 'P1M',
  keywords: [{ az: 'su', en: 'water', ar: 'ماء', fa: 'آب' }],
  contact: 'water@example.org',
  geometry: 'Point',
  titleField: 'name',
  provenance: false,
  fields: [name],
});
export const meetings = defineRegister({
  id: 'meetings',
  title: same('Meetings'),
  description: same('Meetings about water rights'),
  desk: 'commitments',
  theme: 'no-such-theme',
  steward: 'nobody',
  geometry: null,
  titleField: 'name',
  provenance: false,
  validTime: { kind: 'event', at: 'day' },
  fields: [name, { name: 'day', type: 'date', title: same('day') }],
});
export const hiddenWells = defineRegister({
  ...wells,
  id: 'hidden-wells',
  title: same('Hidden wells'),
  access: { read: 'restricted' },
});

export const bearer = { authorization: 'Bearer test' };

export interface CatalogueApi {
  readonly app: FastifyInstance;
  readonly kernel: TestKernel;
  readonly releases: ReleaseNote[];
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of any shape.
  readonly body: any;
}

/** Features and Records over a kernel with a few themes, organisations and registers. */
export async function openCatalogue(): Promise<CatalogueApi> {
  const kernel = await openKernel([
    countries,
    settlements,
    organisations,
    themes,
    wells,
    meetings,
    hiddenWells,
  ]);
  const put = (register: string, record: string, properties: object, coordinates?: [number, number]) => ({
    verb: 'create' as const,
    register,
    record,
    body: {
      properties: properties as Record<string, unknown>,
      geometry: coordinates ? { type: 'Point' as const, coordinates } : null,
    },
  });
  const provenance = { label: 'real', source: 'test' };
  const theme = (id: string, code: string, list: string, more: object = {}) =>
    put('themes', id, { name: same(id), code, list: [list], ...provenance, ...more });
  await kernel.writer.write(
    [
      put('organisations', 'water-agency', {
        name: { az: 'Su Agentliyi', en: 'Water Agency', ar: 'وكالة المياه', fa: 'آژانس آب' },
        kind: 'agency',
        ...provenance,
      }),
      theme('hydrography', 'HY', 'inspire-i', {
        custodian: 'water-agency',
        custodian_basis: same('by decree'),
      }),
      theme('geology', 'GE', 'inspire-ii'),
      theme('soil', 'SO', 'inspire-iii'),
      put('wells', 'w1', { name: same('One') }, [49, 40]),
      put('wells', 'w2', { name: same('Two') }, [50, 41]),
      put('meetings', 'm1', { name: same('First'), day: '2020-05-01' }),
      put('hidden-wells', 'h1', { name: same('Hidden') }, [10, 10]),
    ],
    byAdministrator,
  );
  const settings: HttpSettings = { ...defaultNames, ...configWith() };
  const app = Fastify();
  installProblems(app, settings);
  app.addHook('onRequest', async (request) => {
    request.caller = request.headers.authorization === bearer.authorization ? administrator : anonymous;
  });
  const releases: ReleaseNote[] = [];
  const list = async () => releases;
  const services = kernel;
  await app.register(featuresPlugin, { services, settings, contributions: [recordsContribution(list)] });
  await app.register(recordsPlugin, { services, settings, releases: list });
  await app.register(dcatPlugin, { services, settings, releases: list });
  await app.ready();
  return {
    app,
    kernel,
    releases,
    async get(url, headers = {}) {
      const response = await app.inject({ url, headers });
      const type = String(response.headers['content-type'] ?? '');
      return {
        status: response.statusCode,
        type,
        text: response.body,
        body: /json/.test(type) ? response.json() : undefined,
      };
    },
    async close() {
      await app.close();
      await kernel.database.close();
    },
  };
}
