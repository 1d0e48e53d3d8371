import { parentPort, workerData } from 'node:worker_threads';
import { TerrainMap } from '../terrain/terrain-map.ts';
import type { TerrainTile } from '../terrain/tile.ts';
import { StationScreener } from './screen-station.ts';
import type { ScreeningBatch, ScreeningTask } from './screening-task.ts';

/** One thread of a screening: takes batches, answers outcomes; the tiles are shared memory. */
const { task, tiles } = workerData as { task: ScreeningTask; tiles: readonly TerrainTile[] };
const screener = new StationScreener(task, new TerrainMap(tiles));

parentPort?.on('message', (batch: ScreeningBatch) => {
  parentPort?.postMessage(batch.stations.map((station) => screener.screen(station)));
});
