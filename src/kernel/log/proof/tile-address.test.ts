import { expect, test } from 'vitest';
import { parseTilePath, tilePath, widthOfTile } from './tile-address.ts';

test('paths are those of C2SP tlog-tiles', () => {
  expect(tilePath(1_234_067)).toBe('x001/x234/067');
  expect(tilePath(0)).toBe('000');
  expect(tilePath(1000, 12)).toBe('x001/000.p/12');
  expect(parseTilePath('x001/x234/067')).toEqual({ index: 1_234_067, width: 256 });
  expect(parseTilePath('273.p/112')).toEqual({ index: 273, width: 112 });
});

test.each([
  '',
  '0',
  '67',
  'x000/067',
  '001/002',
  'x001',
  '000.p/0',
  '000.p/256',
  '000.p/01',
  '000.p',
  '../000',
])('%j names no tile', (path) => expect(parseTilePath(path)).toBeUndefined());

// C2SP tlog-tiles, "Partial Tiles": the tiles of a tree of 70,000 and of one of 256.
test('a tree has the tiles that the specification counts', () => {
  expect([272, 273, 274].map((index) => widthOfTile(70_000, 0, index))).toEqual([256, 112, 0]);
  expect([0, 1, 2].map((index) => widthOfTile(70_000, 1, index))).toEqual([256, 17, 0]);
  expect(widthOfTile(70_000, 2, 0)).toBe(1);
  expect([widthOfTile(256, 0, 0), widthOfTile(256, 1, 0), widthOfTile(256, 2, 0)]).toEqual([256, 1, 0]);
});
