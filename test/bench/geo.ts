import { printHeading } from './geo/duel.ts';
import { benchEncodings } from './geo/encodings.ts';
import { benchPredicates } from './geo/predicates.ts';
import { benchProjections } from './geo/projections.ts';
import { benchShapes } from './geo/shapes.ts';
import { benchSpatialIndex, benchTileIds } from './geo/spatial-index.ts';
import { benchTiles } from './geo/tiles.ts';

/**
 * Every algorithm of `kernel/geo` beside a library that does the same or the plain way to do it: both find the same, the
 * ratio is the median processor time of the peer divided by ours. `npm run bench -- geo shapes tiles` runs a part.
 */
const benches: Readonly<Record<string, () => void | Promise<void>>> = {
  'spatial-index': benchSpatialIndex,
  'tile-ids': benchTileIds,
  encodings: benchEncodings,
  predicates: benchPredicates,
  shapes: benchShapes,
  projections: benchProjections,
  tiles: benchTiles,
};

const wanted = process.argv.slice(2);
printHeading();
for (const [name, bench] of Object.entries(benches))
  if (wanted.length === 0 || wanted.includes(name)) await bench();
