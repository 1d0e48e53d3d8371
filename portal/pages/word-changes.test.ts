import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from './history-changes.ts';
import { wordChanges } from './word-changes.ts';

describe('wordChanges', () => {
  it('marks the words that went and came', () => {
    expect(wordChanges('opened in 2015 by the ministry', 'opened in 2016 by the agency')).toEqual([
      { kind: 'same', text: 'opened in ' },
      { kind: 'gone', text: '2015' },
      { kind: 'new', text: '2016' },
      { kind: 'same', text: ' by the ' },
      { kind: 'gone', text: 'ministry' },
      { kind: 'new', text: 'agency' },
    ]);
  });

  it('holds both texts whole, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (was, became) => {
        const runs = wordChanges(was, became);
        const without = (kind: string) =>
          runs
            .filter((run) => run.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('new')).toBe(was);
        expect(without('gone')).toBe(became);
      }),
    );
  });
});

describe('changesOf', () => {
  it('names what differs and overlooks the order of keys', () => {
    const point = (x: number) => ({ type: 'Point' as const, coordinates: [x, 40] });
    const former = { properties: { name: { az: 'A', en: 'B' }, racks: 3, note: 'x' }, geometry: point(1) };
    const next = { properties: { name: { en: 'B', az: 'A' }, racks: 4 }, geometry: point(2) };
    expect(changesOf(former, next)).toEqual({
      fields: [
        { name: 'racks', was: 3, became: 4 },
        { name: 'note', was: 'x', became: null },
      ],
      geometry: 'record.geometryChanged',
    });
  });
});
