import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstBorn } from './first-born.ts';

test('holds what a sort of everything would put first', () => {
  const offers = fc.array(fc.tuple(fc.nat(999), fc.nat(99)), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.nat(1 << 30),
      offers,
      fc.nat(40),
      fc.integer({ min: -1, max: 2000 }),
      (seed, runs, most, after) => {
        const born = births(1000, seed);
        const first = new FirstBorn(born);
        first.begin(most + 7, -1);
        first.offerRun(0, 500);
        first.begin(most, after);
        const offered = new Set<number>();
        for (const [from, length] of runs) {
          const fresh = Array.from({ length }, (_, i) => from + i).filter(
            (row) => row < 1000 && !offered.has(row),
          );
          for (const row of fresh) offered.add(row);
          const isRun = fresh.length > 1 && fresh.at(-1)! - fresh[0]! === fresh.length - 1;
          if (isRun) first.offerRun(fresh[0]!, fresh.at(-1)! + 1);
          else for (const row of fresh) first.offer(row);
        }
        const expected = [...offered]
          .filter((row) => born[row]! > after)
          .sort((a, b) => born[a]! - born[b]!)
          .slice(0, most);
        expect(first.rows()).toEqual(expected);
      },
    ),
  );
});

/** Births of rows, all different, in an order that a seed decides. */
function births(count: number, seed: number): Float64Array {
  const step = [7, 11, 13, 17, 401, 999][seed % 6]!;
  return Float64Array.from({ length: count }, (_, row) => ((row * step + seed) % count) * 2);
}
