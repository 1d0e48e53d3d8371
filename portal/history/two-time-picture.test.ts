import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../api/record.ts';
import { bandAt, regionAt, twoTimePicture } from './two-time-picture.ts';

const day = (n: number) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString();
const entry = (position: number, recorded: number, from: number | null, to: number | null): HistoryEntry => ({
  position,
  body: { properties: {}, geometry: null },
  valid: { from: from === null ? null : day(from), to: to === null ? null : day(to) },
  recordedAt: day(recorded),
  actor: 'a',
  legalBasis: null,
  cause: 'test',
});

test('a correction supersedes a part, and what is left goes on', () => {
  const picture = twoTimePicture([entry(1, 100, 0, null), entry(2, 200, 10, 20)]);
  expect(picture.bands).toEqual([day(100), day(200)]);
  const told = picture.regions.map(({ entry: { position }, from, to, firstBand, endBand, isCurrent }) => [
    position,
    Number.isFinite(from) ? Math.round((from - Date.parse(day(0))) / 86_400_000) : from,
    Number.isFinite(to) ? Math.round((to - Date.parse(day(0))) / 86_400_000) : to,
    firstBand,
    endBand,
    isCurrent,
  ]);
  expect(told).toEqual([
    [1, 0, Number.POSITIVE_INFINITY, 0, 1, false],
    [1, 0, 10, 1, 2, true],
    [2, 10, 20, 1, 2, true],
    [1, 20, Number.POSITIVE_INFINITY, 1, 2, true],
  ]);
});

test('at every two times, the region is that of the latest entry that covers them', () => {
  const said = fc.record({
    recorded: fc.integer({ min: 0, max: 6 }),
    from: fc.option(fc.integer({ min: 0, max: 9 })),
    length: fc.option(fc.integer({ min: 1, max: 9 })),
  });
  fc.assert(
    fc.property(fc.array(said, { maxLength: 9 }), (list) => {
      const entries = list
        .toSorted((a, b) => a.recorded - b.recorded)
        .map(({ recorded, from, length }, index) =>
          entry(index + 1, 100 + recorded, from, length === null ? null : (from ?? 0) + length),
        );
      const picture = twoTimePicture(entries);
      for (let known = 99; known <= 107; known++)
        for (let at = -1; at < 20; at++) {
          const instant = Date.parse(day(at));
          const band = bandAt(picture, Date.parse(day(known)));
          const expected = entries.findLast(
            ({ recordedAt, valid }) =>
              recordedAt <= day(known) &&
              (valid.from === null || Date.parse(valid.from) <= instant) &&
              (valid.to === null || instant < Date.parse(valid.to)),
          );
          const found = picture.regions.filter(
            ({ from, to, firstBand, endBand }) =>
              from <= instant && instant < to && firstBand <= band && band < endBand,
          );
          expect(found.map((region) => region.entry)).toEqual(expected ? [expected] : []);
          expect(regionAt(picture, instant, band)?.entry).toBe(expected);
        }
    }),
  );
});
