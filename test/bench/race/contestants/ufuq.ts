import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
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
  version: () => `${version}, one process, snapshot packed`,
  async start({ url: database, register }) {
    const data = folderFor(database);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const flags = ['start', '--port', `${port}`, '--data', data, '--pack', 'none', '--log-level', 'error'];
    const begin = () =>
      run(
        [{ program: process.execPath, args: [program, ...flags, '--database', database] }],
        `${url}/health/ready`,
      );
    let running = await begin();
    const collection = `/collections/${register}`;
    await fetch(`${url}${collection}/items?limit=1`);
    const snapshots = join(data, 'snapshots');
    const isPacked = () =>
      existsSync(snapshots) &&
      readdirSync(snapshots).some((file) => file.startsWith(register) && file.endsWith('.snapshot'));
    while (!isPacked()) await sleep(100);
    await fetch(`${url}${collection}/items?limit=1`);
    await sleep(1000);
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
      items: (box, landUse) =>
        `${collection}/items?bbox=${box}&limit=100&f=json${landUse ? `&filter=${encodeURIComponent(`land_use='${landUse}'`)}` : ''}`,
      tile: (z, x, y) => `${collection}/tiles/WebMercatorQuad/${z}/${y}/${x}?f=mvt`,
      ids: ({ features, numberMatched }) => ({
        ids: features.map(({ id }) => String(id)),
        matched: numberMatched,
      }),
    };
  },
};
