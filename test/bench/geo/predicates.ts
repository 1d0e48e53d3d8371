import { bboxOf } from '../../../src/kernel/geo/bbox.ts';
import { isSurelyValid } from '../../../src/kernel/geo/geometry-validity.ts';
import { meetsBox } from '../../../src/kernel/geo/meets-box.ts';
import { encodeWkb } from '../../../src/kernel/geo/wkb.ts';
import { duel } from './duel.ts';
import { geos, inGeos, rectangle } from './geos.ts';
import { boxesWithin, islands, parcelBoxes, parcels, parcelWkb } from './ground.ts';

/** `meets-box` over `wkb-walk`, and `geometry-validity`: what is decided without asking GEOS, beside asking it. */
export function benchPredicates(): void {
  const pointers = parcels.map(({ geometry }) => inGeos(geometry));
  // Cut through the middle of each parcel's neighbourhood: boxes alone decide nothing.
  const halves = parcelBoxes.map(([west, south, east, north]) => {
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    return [x, y, x + (east - west), y + (north - south)] as const;
  });
  const rectangles = halves.map((box) => rectangle([...box]));
  duel({
    what: 'meets-box: 20,000 parcels, a box each',
    ours: () => parcelWkb.reduce((hits, bytes, i) => hits + +meetsBox(bytes, halves[i]!), 0),
    peer: 'GEOSIntersects, geometries in its memory',
    theirs: () =>
      pointers.reduce((hits, pointer, i) => hits + geos.GEOSIntersects(pointer, rectangles[i]!), 0),
  });

  const coasts = islands.map((island) => encodeWkb(island));
  const coastPointers = islands.map(inGeos);
  // Every box meets that of its island, as after a search in the tree.
  const pairs = islands.flatMap((island, i) =>
    boxesWithin(bboxOf(island)!, 50, 0.2).map((box) => ({ i, box, pointer: rectangle(box) })),
  );
  duel({
    what: 'meets-box: 100 islands of 1,000 corners, 50 boxes each',
    ours: () => pairs.reduce((hits, { i, box }) => hits + +meetsBox(coasts[i]!, box), 0),
    peer: 'GEOSIntersects, geometries in its memory',
    theirs: () =>
      pairs.reduce((hits, { i, pointer }) => hits + geos.GEOSIntersects(coastPointers[i]!, pointer), 0),
  });

  duel({
    what: 'geometry-validity: 20,000 parcels',
    ours: () => parcels.reduce((valid, { geometry }) => valid + +isSurelyValid(geometry), 0),
    peer: 'GEOSisValid, geometries in its memory',
    theirs: () => pointers.reduce((valid, pointer) => valid + geos.GEOSisValid(pointer), 0),
  });
  duel({
    what: 'geometry-validity: 100 islands of 1,000 corners',
    ours: () => islands.reduce((valid, island) => valid + +isSurelyValid(island), 0),
    peer: 'GEOSisValid, geometries in its memory',
    theirs: () => coastPointers.reduce((valid, pointer) => valid + geos.GEOSisValid(pointer), 0),
  });
  duel({
    what: 'bbox: 20,000 parcels',
    ours: () => parcels.reduce((sum, { geometry }) => sum + bboxOf(geometry)![2], 0),
    peer: 'Math.min and Math.max of all positions',
    theirs: () =>
      parcels.reduce(
        (sum, { geometry }) => sum + Math.max(...geometry.coordinates.flat().map(([x]) => x!)),
        0,
      ),
  });
  for (const pointer of [
    ...pointers,
    ...rectangles,
    ...coastPointers,
    ...pairs.map(({ pointer }) => pointer),
  ])
    geos.GEOSGeom_destroy(pointer);
}
