import { createTile, type TerrainTile } from '../../../src/desks/spectrum/engine/terrain/tile.ts';

/** Six made-up tiles of three arc seconds, 45–48° E and 39–41° N: ridges, hills and roughness up to 1700 m. */
export function makeGround(): TerrainTile[] {
  const side = 1201;
  const tiles: TerrainTile[] = [];
  for (const south of [39, 40]) {
    for (const west of [45, 46, 47]) {
      const heights = new Int16Array(side * side);
      for (let r = 0; r < side; r++) {
        const y = (south + 1 - r / 1200) * 1200;
        for (let c = 0; c < side; c++) {
          const x = (west + c / 1200) * 1200;
          heights[r * side + c] =
            900 +
            500 * Math.sin(x / 97) * Math.cos(y / 83) +
            200 * Math.sin(x / 17 + y / 23) +
            60 * Math.sin(x / 5) * Math.sin(y / 4);
        }
      }
      tiles.push(
        createTile({
          name: `made N${south}E0${west}`,
          source: 'made for the bench',
          hash: '',
          west,
          north: south + 1,
          stepLon: 1 / 1200,
          stepLat: 1 / 1200,
          columns: side,
          rows: side,
          heights,
          voidValue: -32768,
        }),
      );
    }
  }
  return tiles;
}

/** The same pseudo-random numbers in every run (a linear congruential generator), in [0, 1). */
export function makeRandom(seed = 1): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4_294_967_296;
  };
}
