import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader, PbfWriter } from 'pbf';
import { expect, test } from 'vitest';
import { ByteRange } from '../byte-range.ts';
import { PathBuffer } from '../shape/path-buffer.ts';
import { readGeometry } from '../shape/read-geometry.ts';
import { LayerWriter, writeTile } from './layer-writer.ts';
import { isNumbered, packedTags, TagNames, writeWord } from './tags.ts';

function layerOf(bytes: Uint8Array, name: string) {
  return new VectorTile(new PbfReader(bytes)).layers[name]!;
}

test('the polygons of the specification are written byte for byte as it prints them', () => {
  // MVT 2.1, 4.3.5.6: a square, and a square with a square hole.
  const shape = new PathBuffer();
  readGeometry(
    {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [0, 0],
            [10, 0],
            [10, 10],
            [0, 10],
            [0, 0],
          ],
        ],
        [
          [
            [11, 11],
            [20, 11],
            [20, 20],
            [11, 20],
            [11, 11],
          ],
          [
            [13, 13],
            [13, 17],
            [17, 17],
            [17, 13],
            [13, 13],
          ],
        ],
      ],
    },
    shape,
  );
  const layer = new LayerWriter('squares', 4096);
  layer.add(shape, {});
  const bytes = writeTile([layer]);
  const commands = [
    9, 0, 0, 26, 20, 0, 0, 20, 19, 0, 15, 9, 22, 2, 26, 18, 0, 0, 18, 17, 0, 15, 9, 4, 13, 26, 0, 8, 8, 0, 0,
    7, 15,
  ];
  expect(Buffer.from(bytes).includes(Buffer.from(commands))).toBe(true);
});

test('another reader finds keys, values of every type, ids and shapes', () => {
  const point = new PathBuffer();
  readGeometry(
    {
      type: 'MultiPoint',
      coordinates: [
        [25, 17],
        [-3, 4000],
      ],
    },
    point,
  );
  const layer = new LayerWriter('places', 4096);
  const said = [
    { id: 'a', name: 'Bakı', people: 2_300_000, below: -28, share: 0.25, capital: true, none: null },
    { id: 'b', name: 'Bakı', people: 2 ** 53 - 1, below: -(2 ** 40), share: 1e300, capital: false },
  ];
  for (const properties of said) layer.add(point, properties);
  const read = layerOf(writeTile([new LayerWriter('empty', 4096), layer]), 'places');
  expect(read.version).toBe(2);
  expect(read.extent).toBe(4096);
  expect(read.length).toBe(2);
  const { none, ...first } = said[0] as Record<string, unknown>;
  expect(read.feature(0).properties).toEqual(first);
  expect(read.feature(1).properties).toEqual(said[1]);
  expect(read.feature(1).loadGeometry()[1]).toMatchObject([{ x: -3, y: 4000 }]);
});

test('a tile of empty layers has no bytes', () => {
  expect(writeTile([new LayerWriter('empty', 4096)])).toHaveLength(0);
});

test('packed tags say what the properties said that they were made of', () => {
  const point = new PathBuffer();
  readGeometry({ type: 'Point', coordinates: [1, 2] }, point);
  const names = new TagNames();
  const said = Array.from({ length: 3000 }, (_, i) => ({
    id: `record-${i}`,
    long: 'ə'.repeat(i % 300),
    number: i % 7 === 0 ? i / 8 : (i % 500) - 250,
    even: i % 2 === 0,
    group: i % 5 === 0 ? null : `group ${i % 5}`,
  }));
  const packed = said.map((properties) => packedTags(names, properties));
  const layer = new LayerWriter('packed', 4096);
  const choice = layer.choice(names, (name) => name !== 'even');
  for (const tags of packed) layer.addPacked(point, ByteRange.of(tags), choice, { more: 1 });
  const plain = new LayerWriter('packed', 4096);
  for (const { even, ...rest } of said) plain.add(point, { ...rest, more: 1 });
  const bytes = writeTile([layer]);
  expect(Buffer.from(bytes).equals(writeTile([plain]))).toBe(true);
  const read = layerOf(bytes, 'packed');
  expect(read.length).toBe(3000);
  const told = said.map(({ even, group, ...rest }) => ({ ...rest, ...(group ? { group } : {}), more: 1 }));
  expect(Array.from({ length: 3000 }, (_, i) => read.feature(i).properties)).toEqual(told);
  // Each value of a name stands once.
  const words = told.flatMap((each) => Object.entries(each).map(([name, value]) => `${name} ${value}`));
  expect(new Set(words).size).toBe(valuesIn(bytes));

  const apart = new LayerWriter('packed', 4096, 10);
  const byId = apart.choice(names, (name) => name !== 'even', 'id');
  for (const tags of [...packed, packed[0]!]) apart.addPacked(point, ByteRange.of(tags), byId, { more: 1 });
  const again = writeTile([apart]);
  const reread = layerOf(again, 'packed');
  expect(Array.from({ length: 3001 }, (_, i) => reread.feature(i).properties)).toEqual([...told, told[0]]);
  expect(valuesIn(again)).toBe(valuesIn(bytes) + 1);
});

test('numbers of values change nothing of a layer; what tells records apart is not looked for', () => {
  const point = new PathBuffer();
  readGeometry({ type: 'Point', coordinates: [1, 2] }, point);
  const said = Array.from({ length: 2000 }, (_, i) => ({
    // Its first values are all different, and the last one is the first again.
    cadastral: `number-${i % 1999}`,
    group: `group ${(i * 7) % 400}`,
    yes: i % 2 === 0,
  }));
  const names = new TagNames();
  const plain = said.map((properties) => packedTags(names, properties));
  const numbers = { cadastral: new Map(), group: new Map(), yes: new Map() };
  const numbered = said.map((properties) => {
    const pbf = new PbfWriter();
    for (const name of ['cadastral', 'group', 'yes'] as const) {
      const known = numbers[name] as Map<unknown, number>;
      if (!known.has(properties[name])) known.set(properties[name], known.size);
      pbf.writeVarint(names.numberOf(name) * 2 + isNumbered);
      pbf.writeVarint(known.get(properties[name])!);
      writeWord(properties[name], pbf);
    }
    return pbf.finish();
  });
  const drawn = (rows: readonly Uint8Array[], counts: readonly number[]) => {
    const layer = new LayerWriter('numbered', 4096, 10);
    const choice = layer.choice(new TagNames(names.list, counts), () => true);
    for (const tags of rows) layer.addPacked(point, ByteRange.of(tags), choice);
    return Buffer.from(writeTile([layer])).toString('hex');
  };
  const bytes = drawn(plain, []);
  expect(drawn(numbered, [1999, 400, 2])).toBe(bytes);
  // Of a name with too many values the numbers mean nothing.
  expect(drawn(numbered, [0, 400, 2])).toBe(bytes);
  expect(drawn(numbered, [])).toBe(bytes);
  expect(valuesIn(Buffer.from(bytes, 'hex'))).toBe(2000 + 400 + 2);
});

test('a layer that is closed takes no more', () => {
  const layer = new LayerWriter('once', 4096);
  writeTile([layer]);
  expect(() => layer.bytes).toThrow('layer once is closed');
});

test('long tags and long shapes have lengths of several bytes', () => {
  const line = new PathBuffer();
  const coordinates = Array.from({ length: 9000 }, (_, i) => [(i % 2) * 4000, i % 4096]);
  readGeometry({ type: 'LineString', coordinates }, line);
  const layer = new LayerWriter('long', 4096);
  const said = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`name ${i}`, 'x'.repeat(i * 90)]));
  layer.add(line, said);
  layer.add(line, said);
  const expected = layer.bytes;
  const tile = writeTile([layer]);
  expect(tile.length).toBe(1 + 4 + expected);
  const read = layerOf(tile, 'long').feature(1);
  expect(read.properties).toEqual(said);
  expect(read.loadGeometry()[0]!.map(({ x, y }) => [x, y])).toEqual(coordinates);
});

/** How many values the only layer of a tile holds (MVT 2.1, 4.1). */
function valuesIn(tile: Uint8Array): number {
  let count = 0;
  new PbfReader(tile).readFields((tag, _, pbf) => {
    if (tag === 3) pbf.readMessage((field) => void (field === 4 && count++), null);
  }, null);
  return count;
}
