import type { DrawnTile } from './tile-maker.ts';

/** Bytes of finished tiles kept in memory. */
const mostBytes = 64 * 1024 * 1024;
/** What a kept tile takes beside its bytes. */
const overhead = 500;

/** Finished tiles by what they are, the least recently asked for given up first; a tile is drawn once at a time. */
export class TileCache {
  readonly #drawn = new Map<string, DrawnTile>();
  readonly #underWay = new Map<string, Promise<DrawnTile>>();
  #bytes = 0;

  async get(key: string, draw: () => Promise<DrawnTile>): Promise<DrawnTile> {
    const known = this.#drawn.get(key);
    if (known) {
      this.#drawn.delete(key);
      this.#drawn.set(key, known);
      return known;
    }
    const others = this.#underWay.get(key);
    if (others) return others;
    const drawing = draw();
    this.#underWay.set(key, drawing);
    try {
      const tile = await drawing;
      this.#keep(key, tile);
      return tile;
    } finally {
      this.#underWay.delete(key);
    }
  }

  #keep(key: string, tile: DrawnTile): void {
    this.#drawn.set(key, tile);
    this.#bytes += tile.bytes.length + overhead;
    for (const [oldest, { bytes }] of this.#drawn) {
      if (this.#bytes <= mostBytes) break;
      this.#drawn.delete(oldest);
      this.#bytes -= bytes.length + overhead;
    }
  }
}
