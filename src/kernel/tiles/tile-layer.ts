import type { TileFrame } from '../geo/grid/tile-frame.ts';
import { LayerWriter } from '../geo/mvt/layer-writer.ts';
import { boundsOf, PathBuffer, shapeKind } from '../geo/shape/path-buffer.ts';
import { readWkbRange } from '../geo/shape/read-wkb.ts';
import { tileShape } from '../geo/shape/tile-shape.ts';
import { CellCounter, type CellGroup, coarser, recordsIn } from './cell-counter.ts';
import { cellShape, countTag, type Lattice, writeCells } from './cell-lattice.ts';
import { Specks } from './specks.ts';
import { isTagOf } from './tile-properties.ts';
import { mostCells, type TileContents, type TileQuestion } from './tile-source.ts';

/** As much of a question as drawing needs. */
export type LayerQuestion = Pick<TileQuestion, 'box' | 'cells' | 'fields' | 'groupBy'> & {
  readonly register: { readonly id: string };
};

/** What became of the records that met a tile. */
export interface LayerReport {
  readonly layer: string;
  /** Records that met the tile. */
  readonly matched: number;
  /** Drawn each by itself. */
  readonly whole: number;
  /** Drawn together with their neighbours, and counted there. */
  readonly coalesced: number;
  /** Not drawn, since others were more important. */
  readonly dropped: number;
}

const shape = new PathBuffer();
const bounds: [number, number, number, number] = [0, 0, 0, 0];

/** Share of the budget that cells may take before they are made coarser. */
const cellShare = 0.6;
/** Bytes left for names and values of what is written last. */
const reserve = 2000;
/** Bytes that a record takes at most once it is a cell. */
const cellBytesEach = 16;

/**
 * Draws what a source gave within a budget of bytes: whole records in order of importance while there is room, the rest
 * into cells if they are small, and else not at all.
 */
export function drawLayer(
  frame: TileFrame,
  question: LayerQuestion,
  contents: TileContents,
  budgetBytes: number,
): { readonly layer: LayerWriter; readonly report: LayerReport } {
  const { register, box } = question;
  const { records } = contents;
  const groupName = question.groupBy?.name;
  const { cells, side, cellBytes } = fitCells(frame, question, contents.cells, budgetBytes * cellShare);
  const lattice: Lattice = { frame, box, side };
  const cellSizes = cellsOf(lattice);
  const layer = new LayerWriter(register.id, frame.extent, records.count);
  const choice = layer.choice(records.names, isTagOf(question.fields), 'id');
  const together = new CellCounter(side).addAll(cells);
  const specks = new Specks();
  let whole = 0;
  let coalesced = recordsIn(cells);
  let dropped = contents.matched - coalesced - records.count;
  let isFull = false;
  for (let index = 0; index < records.count; index++) {
    const rest = (records.count - index) * cellBytesEach;
    isFull ||= layer.bytes + cellBytes + rest + reserve > budgetBytes;
    readWkbRange(records.shape(index), shape);
    if (isFull) {
      const place = placeOf(cellSizes, mostCells);
      if (place === undefined) {
        dropped++;
        continue;
      }
      together.countsOf(shape.kind, records.group(index))[place]!++;
      coalesced++;
      continue;
    }
    const speck = shape.kind === shapeKind.polygon ? placeOf(cellSizes, 1) : undefined;
    if (speck !== undefined) {
      specks.add(speck, index);
      continue;
    }
    const drawn = tileShape(shape, frame);
    if (drawn.count === 0) continue;
    layer.addPacked(drawn, records.tags(index), choice);
    whole++;
  }
  for (const { place, index } of specks.single()) {
    layer.addPacked(cellShape(lattice, place), records.tags(index), choice, { [countTag]: 1 });
    whole++;
  }
  specks.countInto(together, records);
  coalesced += specks.count;
  writeCells(layer, lattice, together.groups(), groupName);
  return { layer, report: { layer: register.id, matched: contents.matched, whole, coalesced, dropped } };
}

/** The cells, made coarser until they take no more than so many bytes. */
function fitCells(
  frame: TileFrame,
  { register, box, cells: finest, groupBy }: LayerQuestion,
  cells: readonly CellGroup[],
  most: number,
): { readonly cells: readonly CellGroup[]; readonly side: number; readonly cellBytes: number } {
  let fitting = cells;
  for (let side = finest; ; side /= 2) {
    const trial = new LayerWriter(register.id, frame.extent);
    writeCells(trial, { frame, box, side }, fitting, groupBy?.name);
    const cellBytes = trial.bytes;
    trial.close();
    if (cellBytes <= most || side <= 8) return { cells: fitting, side, cellBytes };
    fitting = coarser(fitting, side);
  }
}

/** Where the cells of a lattice begin and how large they are, in longitude and latitude. */
interface Cells {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  readonly side: number;
}

function cellsOf({ box: [west, south, east, north], side }: Lattice): Cells {
  return { west, south, width: (east - west) / side, height: (north - south) / side, side };
}

/** The cell of the shape in hand; none where it is as large as so many, or has no place. */
function placeOf({ west, south, width, height, side }: Cells, most: number): number | undefined {
  if (shape.length === 0) return undefined;
  boundsOf(shape.xy, 0, shape.length, bounds);
  if (bounds[2] - bounds[0] >= most * width || bounds[3] - bounds[1] >= most * height) return undefined;
  const column = cellAt((bounds[0] + bounds[2]) / 2, west, width, side);
  const row = cellAt((bounds[1] + bounds[3]) / 2, south, height, side);
  return row * side + column;
}

function cellAt(middle: number, origin: number, size: number, side: number): number {
  return Math.min(Math.max(Math.floor((middle - origin) / size), 0), side - 1);
}
