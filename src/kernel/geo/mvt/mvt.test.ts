import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { expect, test } from 'vitest';
import { ByteRange } from '../byte-range.ts';
import { PathBuffer } from '../shape/path-buffer.ts';
import { readGeometry } from '../shape/read-geometry.ts';
import { LayerWriter, writeTile } from './layer-writer.ts';
import { packedTags, TagNames } from './tags.ts';

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
    number: i % 7 === 0 ? i / 8 : i - 1500,
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
  // 3,000 ids, 300 texts, 3,000 numbers of which one is `more`, four groups: each value stands once.
  expect(new Set(told.flatMap((each) => Object.values(each))).size).toBe(valuesIn(bytes));

  const apart = new LayerWriter('packed', 4096, 10);
  const byId = apart.choice(names, (name) => name !== 'even', 'id');
  for (const tags of [...packed, packed[0]!]) apart.addPacked(point, ByteRange.of(tags), byId, { more: 1 });
  const again = writeTile([apart]);
  const reread = layerOf(again, 'packed');
  expect(Array.from({ length: 3001 }, (_, i) => reread.feature(i).properties)).toEqual([...told, told[0]]);
  expect(valuesIn(again)).toBe(valuesIn(bytes) + 1);
});

/** How many values the only layer of a tile holds (MVT 2.1, 4.1). */
function valuesIn(tile: Uint8Array): number {
  let count = 0;
  new PbfReader(tile).readFields((tag, _, pbf) => {
    if (tag === 3) pbf.readMessage((field) => void (field === 4 && count++), null);
  }, null);
  return count;
}
