import type { Bbox } from '../../geo/bbox.ts';
import { hilbertOrder } from '../../geo/hilbert-order.ts';
import { setOutward } from '../../geo/outward-box.ts';
import { quoted } from './columns.ts';
import type { Database } from './sqlite-file.ts';

/** Entries of a node at most, and its bytes: what SQLite makes of two dimensions and pages of 4096 bytes. */
const nodeEntries = 51;
const entryBytes = 24;
const nodeBytes = 4 + nodeEntries * entryBytes;

const rowsAtOnce = 10_000;

/**
 * The spatial index of a feature table (GeoPackage 1.3, F.3). SQLite in WebAssembly is built without R-trees, and an R-tree is
 * three plain tables and a line in the schema: they are written as SQLite's module documents them (rtree.c, "Database Format of
 * R-Tree Tables"), packed in Hilbert order, which also takes a fraction of the time of inserting box by box.
 */
export class SpatialIndex {
  private count = 0;
  private fids = new Float64Array(1024);
  private boxes = new Float32Array(4096);

  /** Takes in the box of a feature; fids come in ascending order. */
  add(fid: number, box: Bbox): void {
    if (this.count === this.fids.length) {
      const { fids, boxes } = this;
      this.fids = new Float64Array(fids.length * 2);
      this.fids.set(fids);
      this.boxes = new Float32Array(boxes.length * 2);
      this.boxes.set(boxes);
    }
    this.fids[this.count] = fid;
    setOutward(this.boxes, this.count++, ...box);
  }

  /** Writes the index, and the triggers by which other programs keep it, once all features of the table are there. */
  write(database: Database, table: string, column: string): void {
    const name = `rtree_${table}_${column}`;
    const declared = `CREATE VIRTUAL TABLE ${quoted(name)} USING rtree(id, minx, maxx, miny, maxy)`;
    database.exec(`
      CREATE TABLE ${quoted(`${name}_rowid`)}(rowid INTEGER PRIMARY KEY,nodeno);
      CREATE TABLE ${quoted(`${name}_node`)}(nodeno INTEGER PRIMARY KEY,data);
      CREATE TABLE ${quoted(`${name}_parent`)}(nodeno INTEGER PRIMARY KEY,parentnode)`);
    this.writeTables(database, name);
    database.exec('PRAGMA writable_schema = ON');
    database.run("INSERT INTO sqlite_schema VALUES ('table', ?, ?, 0, ?)", [name, name, declared]);
    database.exec('PRAGMA writable_schema = OFF');
    database.exec(triggers(table, column, name));
    database.run('INSERT INTO gpkg_extensions VALUES (?, ?, ?, ?, ?)', [
      table,
      column,
      'gpkg_rtree_index',
      'http://www.geopackage.org/spec120/#extension_rtree',
      'write-only',
    ]);
  }

  private writeTables(database: Database, name: string): void {
    const node = database.prepare(`INSERT INTO ${quoted(`${name}_node`)} VALUES (?, ?)`);
    const parent = database.prepare(`INSERT INTO ${quoted(`${name}_parent`)} VALUES (?, ?)`);
    const order = hilbertOrder(this.boxes.subarray(0, this.count * 4));
    let level = this.inOrder(order);
    const leafOf = new Float64Array(this.count).fill(root);
    let depth = 0;
    for (let first = root + 1; level.ids.length > nodeEntries; depth++) {
      const nodes = Math.ceil(level.ids.length / nodeEntries);
      const share = Math.ceil(level.ids.length / nodes);
      const above = emptyLevel(Math.ceil(level.ids.length / share));
      for (let from = 0, at = 0; from < level.ids.length; from += share, at++) {
        const number = first + at;
        const to = Math.min(from + share, level.ids.length);
        node.run([number, nodeOf(level, from, to, 0)]);
        for (let i = from; i < to; i++)
          if (depth === 0) leafOf[order[i]!] = number;
          else parent.run([level.ids[i]!, number]);
        above.ids[at] = number;
        above.boxes.set(around(level.boxes, from, to), at * 4);
      }
      first += above.ids.length;
      level = above;
    }
    node.run([root, nodeOf(level, 0, level.ids.length, depth)]);
    if (depth > 0) for (const id of level.ids) parent.run([id, root]);
    for (const statement of [node, parent]) statement.finalize();
    this.writeLeaves(database, quoted(`${name}_rowid`), leafOf);
  }

  /** Which leaf has which feature; many rows a statement, since each call into WebAssembly costs more than a row. */
  private writeLeaves(database: Database, table: string, leafOf: Float64Array): void {
    const rows = database.prepare(
      `INSERT INTO ${table} SELECT value ->> 0, value ->> 1 FROM json_each(?) ORDER BY key`,
    );
    for (let from = 0; from < this.count; from += rowsAtOnce) {
      const some = this.fids.subarray(from, Math.min(from + rowsAtOnce, this.count));
      rows.run([JSON.stringify(Array.from(some, (fid, i) => [fid, leafOf[from + i]]))]);
    }
    rows.finalize();
  }

  private inOrder(order: Uint32Array): Level {
    const sorted = emptyLevel(order.length);
    for (let i = 0; i < order.length; i++) {
      const from = order[i]!;
      sorted.ids[i] = this.fids[from]!;
      for (let side = 0; side < 4; side++) sorted.boxes[i * 4 + side] = this.boxes[from * 4 + side]!;
    }
    return sorted;
  }
}

/** Number of the node from which every search begins. */
const root = 1;

/** What stands in the nodes of one level: fids or numbers of nodes, and their boxes (west, south, east, north of each). */
interface Level {
  readonly ids: Float64Array;
  readonly boxes: Float32Array;
}

function emptyLevel(count: number): Level {
  return { ids: new Float64Array(count), boxes: new Float32Array(count * 4) };
}

function nodeOf({ ids, boxes }: Level, from: number, to: number, depth: number): Uint8Array {
  const node = Buffer.alloc(nodeBytes);
  node.writeUInt16BE(depth, 0);
  node.writeUInt16BE(to - from, 2);
  for (let i = from, at = 4; i < to; i++, at += entryBytes) {
    node.writeBigInt64BE(BigInt(ids[i]!), at);
    node.writeFloatBE(boxes[i * 4]!, at + 8);
    node.writeFloatBE(boxes[i * 4 + 2]!, at + 12);
    node.writeFloatBE(boxes[i * 4 + 1]!, at + 16);
    node.writeFloatBE(boxes[i * 4 + 3]!, at + 20);
  }
  return node;
}

function around(boxes: Float32Array, from: number, to: number): Bbox {
  const box: Bbox = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = from * 4; i < to * 4; i += 4) {
    box[0] = Math.min(box[0], boxes[i]!);
    box[1] = Math.min(box[1], boxes[i + 1]!);
    box[2] = Math.max(box[2], boxes[i + 2]!);
    box[3] = Math.max(box[3], boxes[i + 3]!);
  }
  return box;
}

/** The triggers that F.3 asks for: whoever edits the table has the functions that they call. */
function triggers(table: string, column: string, name: string): string {
  const [t, c, index] = [quoted(table), quoted(column), quoted(name)];
  const isShown = `NEW.${c} NOTNULL AND NOT ST_IsEmpty(NEW.${c})`;
  const isHidden = `NEW.${c} ISNULL OR ST_IsEmpty(NEW.${c})`;
  const put = `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ST_MinX(NEW.${c}), ST_MaxX(NEW.${c}), ST_MinY(NEW.${c}), ST_MaxY(NEW.${c}))`;
  const drop = `DELETE FROM ${index} WHERE id = OLD.fid`;
  const trigger = (suffix: string, event: string, when: string, ...acts: readonly string[]) =>
    `CREATE TRIGGER ${quoted(`${name}_${suffix}`)} AFTER ${event} ON ${t} WHEN ${when} BEGIN ${acts.join('; ')}; END;`;
  return [
    trigger('insert', 'INSERT', isShown, put),
    trigger('update1', `UPDATE OF ${c}`, `OLD.fid = NEW.fid AND (${isShown})`, put),
    trigger('update2', `UPDATE OF ${c}`, `OLD.fid = NEW.fid AND (${isHidden})`, drop),
    trigger('update3', 'UPDATE', `OLD.fid != NEW.fid AND (${isShown})`, drop, put),
    trigger(
      'update4',
      'UPDATE',
      `OLD.fid != NEW.fid AND (${isHidden})`,
      `DELETE FROM ${index} WHERE id IN (OLD.fid, NEW.fid)`,
    ),
    trigger('delete', 'DELETE', `OLD.${c} NOTNULL`, drop),
  ].join('\n');
}
