import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contestant, freePort, run, versionOf } from '../contestant.ts';
import type { Ground } from '../ground.ts';

const workers = 2;

/** martin straight from its table (clipped, margin and extent as everybody has them), its cache off; tiles only. */
export const martin: Contestant = {
  name: 'martin',
  version() {
    const found = versionOf('martin');
    return found && `${found.replace(/^martin\s*/, '')}, ${workers} workers, no cache`;
  },
  async start(ground) {
    const folder = mkdtempSync(join(tmpdir(), 'ufuq-race-martin-'));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const config = join(folder, 'martin.yaml');
    writeFileSync(config, configOf(ground, port));
    const running = await run([{ program: 'martin', args: ['--config', config] }], `${url}/parcels`);
    return {
      ...running,
      url,
      tile: (z, x, y) => `/parcels/${z}/${x}/${y}`,
      async stop() {
        await running.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function configOf({ url, extent }: Ground, port: number): string {
  return `cache:
  size_mb: 0
listen_addresses: '127.0.0.1:${port}'
worker_processes: ${workers}
postgres:
  connection_string: '${url}'
  auto_publish: false
  tables:
    parcels:
      schema: public
      table: parcels
      srid: 4326
      geometry_column: geom
      geometry_type: POLYGON
      bounds: [${extent.join(', ')}]
      extent: 4096
      buffer: 64
      clip_geom: true
      properties: { id: text, cadastral_number: text, land_use: text, right: text, area_m2: float8, registered: date }
`;
}
