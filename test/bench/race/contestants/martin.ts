import { type Contestant, freePort, run, versionOf } from '../contestant.ts';

/** martin straight from its table, its cache off; tiles only. */
export const martin: Contestant = {
  name: 'martin',
  version() {
    const found = versionOf('martin');
    return found && `${found.replace(/^martin\s*/, '')}, two threads, no cache`;
  },
  async start({ url: database }) {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const args = ['--listen-addresses', `127.0.0.1:${port}`, '--workers', '2', '--cache-size', '0', database];
    const running = await run([{ program: 'martin', args }], `${url}/parcels`);
    return { ...running, url, tile: (z, x, y) => `/parcels/${z}/${x}/${y}` };
  },
};
