import type { TileFrame } from '../geo/grid/tile-frame.ts';
import { LayerWriter } from '../geo/mvt/layer-writer.ts';
import { boundsOf, PathBuffer, shapeKind } from '../geo/shape/path-buffer.ts';
import { readWkb } from '../geo/shape/read-wkb.ts';
import { tileShape } from '../geo/shape/tile-shape.ts';
import { coarser, writeCell, writeCells } from './cell-lattice.ts';
import { tagsOf } from './tile-properties.ts';
import {
  mostCells,
  type TileCell,
  type TileContents,
  type TileQuestion,
  type TileRecord,
} from './tile-source.ts';

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
  const cells = fitCells(frame, question, contents.cells, budgetBytes * cellShare);
  let layer = new LayerWriter(register.id, frame.extent);
  writeCells(layer, frame, box, cells.cells, cells.side, question.groupBy?.name);
  const cellBytes = layer.bytes;

  layer = new LayerWriter(register.id, frame.extent);
  let whole = 0;
  let coalesced = contents.cells.reduce((sum, cell) => sum + cell.count, 0);
  let dropped = contents.matched - coalesced - contents.records.length;
  const left: TileCell[] = [];
  const specks = new Specks();
  let isFull = false;
  for (const [index, record] of contents.records.entries()) {
    const rest = (contents.records.length - index) * cellBytesEach;
    isFull ||= layer.bytes + cellBytes + rest + reserve > budgetBytes;
    if (isFull) {
      const cell = cellOf(record, question, cells.side);
      if (cell) left.push(cell);
      if (cell) coalesced++;
      else dropped++;
      continue;
    }
    readWkb(record.wkb, shape);
    const cell = shape.kind === shapeKind.polygon ? cellOf(record, question, cells.side, 1) : undefined;
    if (cell) {
      specks.add(cell, record);
      continue;
    }
    const drawn = tileShape(shape, frame);
    if (drawn.count === 0) continue;
    layer.add(drawn, tagsOf(record.id, record.properties, question.fields));
    whole++;
  }
  for (const { cell, record } of specks.single()) {
    const tags = tagsOf(record.id, record.properties, question.fields);
    writeCell(layer, frame, box, cell, cells.side, tags);
    whole++;
  }
  left.push(...specks.together());
  coalesced += specks.count;
  writeCells(layer, frame, box, [...cells.cells, ...left], cells.side, question.groupBy?.name);
  return { layer, report: { layer: register.id, matched: contents.matched, whole, coalesced, dropped } };
}

/** The cells, made coarser until they take no more than so many bytes. */
function fitCells(
  frame: TileFrame,
  question: LayerQuestion,
  cells: readonly TileCell[],
  most: number,
): { readonly cells: readonly TileCell[]; readonly side: number } {
  let fitting = cells;
  let side = question.cells;
  for (; side > 8; side /= 2) {
    const trial = new LayerWriter(question.register.id, frame.extent);
    writeCells(trial, frame, question.box, fitting, side, question.groupBy?.name);
    if (trial.bytes <= most) break;
    fitting = coarser(fitting);
  }
  return { cells: fitting, side };
}

/** Areas smaller than a cell: they are drawn as one, and where there is no other in it they keep what they say. */
class Specks {
  private readonly byCell = new Map<string, { cell: TileCell; record: TileRecord; count: number }[]>();
  /** Records that share their cell with others. */
  count = 0;

  add(cell: TileCell, record: TileRecord): void {
    const key = `${cell.column} ${cell.row}`;
    const known = this.byCell.get(key) ?? [];
    this.byCell.set(key, known);
    known.push({ cell, record, count: 1 });
  }

  single(): { cell: TileCell; record: TileRecord }[] {
    return [...this.byCell.values()].filter(({ length }) => length === 1).flat();
  }

  together(): TileCell[] {
    const groups = new Map<string, TileCell>();
    for (const members of this.byCell.values()) {
      if (members.length === 1) continue;
      this.count += members.length;
      for (const { cell } of members) {
        const key = `${cell.column} ${cell.row} ${cell.group}`;
        groups.set(key, { ...cell, count: (groups.get(key)?.count ?? 0) + 1 });
      }
    }
    return [...groups.values()];
  }
}

/** The cell of a record; none where it is larger than so many. */
function cellOf(
  { wkb, properties }: TileRecord,
  question: LayerQuestion,
  side: number,
  most = mostCells,
): TileCell | undefined {
  readWkb(wkb, shape);
  if (shape.length === 0) return undefined;
  boundsOf(shape.xy, 0, shape.length, bounds);
  const [west, south, east, north] = question.box;
  const width = (east - west) / side;
  const height = (north - south) / side;
  if (bounds[2] - bounds[0] >= most * width || bounds[3] - bounds[1] >= most * height) return undefined;
  const place = (middle: number, origin: number, size: number) =>
    Math.min(Math.max(Math.floor((middle - origin) / size), 0), side - 1);
  const group = question.groupBy && properties[question.groupBy.name];
  return {
    kind: shape.kind,
    column: place((bounds[0] + bounds[2]) / 2, west, width),
    row: place((bounds[1] + bounds[3]) / 2, south, height),
    group: typeof group === 'string' ? group : null,
    count: 1,
  };
}
