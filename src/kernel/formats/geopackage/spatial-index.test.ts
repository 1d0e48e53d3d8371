import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bbox, bboxesIntersect, bboxOf } from '../../geo/bbox.ts';
import { geoPackageSink } from './sink.ts';

const { Database } = createRequire(import.meta.url)(
  'node-sqlite3-wasm',
) as typeof import('node-sqlite3-wasm');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ufuq-test-gpkg-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Geometries here and there, some of them none and some of them empty. */
function geometries(count: number): (Geometry | null)[] {
  let state = 5;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, (_, i): Geometry | null => {
    if (i % 29 === 7) return null;
    if (i % 31 === 3) return { type: 'Point', coordinates: [] };
    const [x, y] = [44 + random() * 6, 38 + random() * 4];
    return {
      type: 'LineString',
      coordinates: [
        [x, y],
        [x + random() / 10, y - random() / 10],
      ],
    };
  });
}

async function written(all: readonly (Geometry | null)[]): Promise<string> {
  const layer = { id: `It's "here"`, fields: [], geometry: 'GeometryCollection' } as const;
  const sink = geoPackageSink({ layer });
  await sink.write(all.map((geometry, i) => ({ id: String(i), geometry, properties: {} })));
  const chunks: Uint8Array[] = [];
  for await (const chunk of sink.end()) chunks.push(chunk as Uint8Array);
  const path = join(folder, `${all.length}.gpkg`);
  await writeFile(path, Buffer.concat(chunks));
  return path;
}

const name = `rtree_It's "here"_geom`;
const quoted = (suffix: string) => `"${(name + suffix).replaceAll('"', '""')}"`;

/** What a search from the root finds, and how many nodes it looks into. */
function search(path: string, box: Bbox): { readonly fids: readonly number[]; readonly nodes: number } {
  const database = new Database(path, { readOnly: true });
  const fids: number[] = [];
  let nodes = 0;
  const descend = (number: number, depth: number | undefined) => {
    nodes++;
    const row = database.get(`SELECT data FROM ${quoted('_node')} WHERE nodeno = ?`, [number]);
    const node = Buffer.from((row as { data: Uint8Array }).data);
    const level = depth ?? node.readUInt16BE(0);
    for (let i = 0, at = 4; i < node.readUInt16BE(2); i++, at += 24) {
      const [west, east, south, north] = [8, 12, 16, 20].map((each) => node.readFloatBE(at + each));
      if (!bboxesIntersect([west!, south!, east!, north!], box)) continue;
      const id = Number(node.readBigInt64BE(at));
      if (level === 0) fids.push(id);
      else descend(id, level - 1);
    }
  };
  descend(1, undefined);
  database.close();
  return { fids: fids.sort((a, b) => a - b), nodes };
}

test.each([0, 1, 51, 52, 56, 3_000, 6_000])(
  'of %i features finds what a look at each finds',
  async (count) => {
    const all = geometries(count);
    const path = await written(all);
    for (const box of [
      [-180, -90, 180, 90],
      [46, 39, 46.5, 39.5],
      [10, 10, 11, 11],
    ] as Bbox[]) {
      const expected = all.flatMap((geometry, i) => {
        const own = geometry === null ? undefined : bboxOf(geometry);
        return own && bboxesIntersect(own, box) ? [i + 1] : [];
      });
      expect(search(path, box).fids).toEqual(expected);
    }
    // A small box is answered from few nodes.
    if (count > 1000) expect(search(path, [46, 39, 46.2, 39.2]).nodes).toBeLessThan(count / 51 / 4);
  },
);

test('is what SQLite itself takes for an R-tree', async (context) => {
  if (spawnSync('sqlite3', [':memory:', 'create virtual table r using rtree(id, a, b)']).status !== 0) {
    console.log('skipped: no sqlite3 with R-trees on this machine');
    context.skip();
  }
  const ask = (path: string, statement: string) =>
    execFileSync('sqlite3', [path, statement], { encoding: 'utf8' }).trim();
  for (const count of [0, 1, 52, 6_000]) {
    const path = await written(geometries(count));
    const indexed = geometries(count).filter((each) => each !== null && bboxOf(each) !== undefined).length;
    expect(ask(path, `select rtreecheck('${name.replaceAll("'", "''")}')`)).toBe('ok');
    expect(ask(path, `select count(*) from ${quoted('')} where minx > 0`)).toBe(String(indexed));
    expect(ask(path, 'pragma integrity_check')).toBe('ok');
    // It goes on living: SQLite takes a box away and puts another in.
    ask(
      path,
      `delete from ${quoted('')} where id < 40; insert into ${quoted('')} values (1000000, 1, 2, 3, 4)`,
    );
    expect(ask(path, `select rtreecheck('${name.replaceAll("'", "''")}')`)).toBe('ok');
  }
});
