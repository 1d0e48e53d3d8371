import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, freePort, idsOfTable, run, versionOf } from '../contestant.ts';
import type { Ground } from '../ground.ts';

/**
 * pygeoapi with its PostgreSQL provider under gunicorn with two processes; `UFUQ_RACE_PYGEOAPI` names the folder of its
 * Python environment.
 */
const folder = process.env.UFUQ_RACE_PYGEOAPI;
const program = (name: string) => (folder === undefined ? name : `${folder}/bin/${name}`);
const workers = 2;

export const pygeoapi: Contestant = {
  name: 'pygeoapi',
  version() {
    const found = versionOf(program('pygeoapi'))?.replace(/^.*version /, '');
    return found && versionOf(program('gunicorn')) && `${found}, gunicorn × ${workers}`;
  },
  async start(ground) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const settings = mkdtempSync(join(tmpdir(), 'ufuq-race-pygeoapi-'));
    const [config, api] = [join(settings, 'config.yml'), join(settings, 'openapi.yml')];
    // JSON is YAML as well.
    writeFileSync(config, JSON.stringify(configOf(ground, port)));
    const env = { PYGEOAPI_CONFIG: config, PYGEOAPI_OPENAPI: api };
    execFileSync(program('pygeoapi'), ['openapi', 'generate', config, '--output-file', api], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    const args = [
      'pygeoapi.flask_app:APP',
      '--bind',
      `127.0.0.1:${port}`,
      '--workers',
      `${workers}`,
      '--keep-alive',
      '75',
      '--worker-class',
      'gthread',
      '--threads',
      '8',
    ];
    const running = await run(
      [{ program: program('gunicorn'), args, env }],
      `${url}/collections/parcels?f=json`,
    );
    return {
      ...running,
      url,
      items: (box, landUse) =>
        `/collections/parcels/items?bbox=${box}&limit=100&f=json${landUse ? `&land_use=${landUse}` : ''}`,
      item: ({ gid }) => `/collections/parcels/items/${gid}?f=json`,
      ids: idsOfTable,
      async stop() {
        await running.stop();
        rmSync(settings, { recursive: true, force: true });
      },
    };
  },
};

function configOf({ url: database, extent }: Ground, port: number): object {
  const { hostname, port: databasePort, pathname, username, password } = new URL(database);
  const url = `http://127.0.0.1:${port}`;
  const text = { en: 'Parcels' };
  return {
    server: {
      bind: { host: '127.0.0.1', port },
      url,
      mimetype: 'application/json; charset=UTF-8',
      encoding: 'utf-8',
      gzip: false,
      languages: ['en-US'],
      limits: { default_items: 100, max_items: 1000 },
      map: { url: `${url}/none/{z}/{x}/{y}.png`, attribution: 'none' },
    },
    logging: { level: 'ERROR' },
    metadata: {
      identification: {
        title: text,
        description: text,
        keywords: { en: ['parcels'] },
        keywords_type: 'theme',
        terms_of_service: 'none',
        url,
      },
      license: { name: 'none', url },
      provider: { name: 'race', url },
      contact: { name: 'race' },
    },
    resources: {
      parcels: {
        type: 'collection',
        title: text,
        description: text,
        keywords: { en: ['parcels'] },
        links: [],
        extents: { spatial: { bbox: extent, crs: 'http://www.opengis.net/def/crs/OGC/1.3/CRS84' } },
        providers: [
          {
            type: 'feature',
            name: 'PostgreSQL',
            data: {
              host: hostname,
              port: Number(databasePort || 5432),
              dbname: pathname.slice(1),
              user: decodeURIComponent(username),
              password: decodeURIComponent(password),
              search_path: ['public'],
            },
            id_field: 'gid',
            table: 'parcels',
            geom_field: 'geom',
          },
        ],
      },
    },
  };
}
