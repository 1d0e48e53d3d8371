import { type Contestant, freePort, idsOfTable, run, versionOf } from '../contestant.ts';

/** pg_tileserv, its answers not cached. */
export const pgTileserv: Contestant = {
  name: 'pg_tileserv',
  version: () => versionOf('pg_tileserv')?.replace(/^pg_tileserv\s*/, ''),
  async start({ url: database }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = { DATABASE_URL: database, TS_HTTPPORT: `${port}`, TS_HTTPHOST: '127.0.0.1' };
    const running = await run([{ program: 'pg_tileserv', args: [], env }], `${url}/index.json`);
    return { ...running, url, tile: (z, x, y) => `/public.parcels/${z}/${x}/${y}.pbf?limit=100000` };
  },
};

/** pg_featureserv. */
export const pgFeatureserv: Contestant = {
  name: 'pg_featureserv',
  version: () => versionOf('pg_featureserv')?.replace(/^pg_featureserv\s*/, ''),
  async start({ url: database }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      DATABASE_URL: database,
      PGFS_SERVER_HTTPPORT: `${port}`,
      PGFS_SERVER_HTTPHOST: '127.0.0.1',
    };
    const running = await run([{ program: 'pg_featureserv', args: [], env }], `${url}/collections.json`);
    return {
      ...running,
      url,
      items: (box, landUse) =>
        `/collections/public.parcels/items.json?bbox=${box}&limit=100${landUse ? `&land_use=${landUse}` : ''}`,
      ids: idsOfTable,
    };
  },
};
