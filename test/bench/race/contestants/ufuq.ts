import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Contestant, freePort, run } from '../contestant.ts';

const program = fileURLToPath(new URL('../../../../bin/ufuq.js', import.meta.url));
const { version } = JSON.parse(
  readFileSync(new URL('../../../../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** Data folders by database, kept while the race lasts: a server that is started again finds its snapshot packed. */
const folders = new Map<string, string>();
process.once('exit', () => {
  for (const folder of folders.values()) rmSync(folder, { recursive: true, force: true });
});

function folderFor(database: string): string {
  const folder = folders.get(database) ?? mkdtempSync(join(tmpdir(), 'ufuq-race-data-'));
  folders.set(database, folder);
  return folder;
}

/** Ours, with a data folder of its own and with its snapshot packed. */
export const ufuq: Contestant = {
  name: 'ufuq',
  version: () => `${version}, a server and a reader, snapshot packed`,
  async start({ url: database, register }) {
    const data = folderFor(database);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const flags = ['--port', `${port}`, '--data', data, '--database', database, '--workers', '1'];
    const args = [program, 'start', '--pack', 'none', '--log-level', 'error', ...flags];
    const begin = () => run([{ program: process.execPath, args }], `${url}/health/ready`);
    let running = await begin();
    const collection = `/collections/${register}`;
    const first = `${url}${collection}/items?limit=1`;
    return {
      get processes() {
        return running.processes;
      },
      stop: () => running.stop(),
      async restart() {
        await running.stop();
        const begun = performance.now();
        running = await begin();
        return performance.now() - begun;
      },
      url,
      async settle() {
        while (!(await look(first, `${url}/health/live`)).isFromMemory) await sleep(200);
        // Both processes answer so: of several connections at once, the one that is free takes the next.
        const instances = new Set<string>();
        let isWarm = false;
        while (!isWarm || instances.size < 2) {
          const looks = await Promise.all(Array.from({ length: 8 }, () => look(first, `${url}/health/live`)));
          for (const { instance } of looks) instances.add(instance);
          isWarm = looks.every(({ isFromMemory }) => isFromMemory);
          if (!isWarm) await sleep(200);
        }
      },
      items: (box, landUse) =>
        `${collection}/items?bbox=${box}&limit=100&f=json${landUse ? `&filter=${encodeURIComponent(`land_use='${landUse}'`)}` : ''}`,
      item: ({ id }) => `${collection}/items/${encodeURIComponent(id)}?f=json`,
      tile: (z, x, y) => `${collection}/tiles/WebMercatorQuad/${z}/${y}/${x}?f=mvt`,
      ids: ({ features, numberMatched }) => ({
        ids: features.map(({ id }) => String(id)),
        matched: numberMatched,
      }),
    };
  },
};

async function look(page: string, live: string) {
  const headers = { connection: 'close' };
  const answer = await fetch(page, { headers });
  await answer.arrayBuffer();
  const { instance } = (await (await fetch(live, { headers })).json()) as { instance: string };
  return { instance, isFromMemory: answer.headers.get('server-timing')?.startsWith('snapshot') ?? false };
}
