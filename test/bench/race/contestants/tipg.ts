import { type Contestant, freePort, idsOfTable, run, versionOf } from '../contestant.ts';

/** tipg under uvicorn with two processes; `UFUQ_RACE_TIPG` names the folder of its Python environment. */
const folder = process.env.UFUQ_RACE_TIPG;
const python = folder === undefined ? 'python3' : `${folder}/bin/python`;
const workers = 2;

export const tipg: Contestant = {
  name: 'tipg',
  version() {
    const found = versionOf(python, ['-c', 'import tipg, uvicorn; print(tipg.__version__)']);
    return found && `${found}, uvicorn × ${workers}`;
  },
  async start({ url: database }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = [
      '-m',
      'uvicorn',
      'tipg.main:app',
      '--port',
      `${port}`,
      '--workers',
      `${workers}`,
      '--log-level',
      'error',
    ];
    const env = {
      DATABASE_URL: database.replace('postgres://', 'postgresql://'),
      TIPG_DB_SCHEMAS: '["public"]',
    };
    const running = await run([{ program: python, args, env }], `${url}/collections/public.parcels`);
    return {
      ...running,
      url,
      items: (box, landUse) =>
        `/collections/public.parcels/items?bbox=${box}&limit=100&f=geojson${landUse ? `&land_use=${landUse}` : ''}`,
      tile: (z, x, y) => `/collections/public.parcels/tiles/WebMercatorQuad/${z}/${x}/${y}`,
      ids: idsOfTable,
    };
  },
};
