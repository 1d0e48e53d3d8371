import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  axisOf,
  instantAt,
  instantOf,
  monthsOn,
  neighbour,
  placeOf,
  ticksOf,
  timeText,
} from './time-axis.ts';

const at = (text: string) => Date.parse(text);
const mark = (text: string) => ({ from: text, to: text, count: 1 });

describe('the axis of time', () => {
  it('holds every change and the present, and mirrors for right-to-left readers', () => {
    const times = { valid: [mark('2015-01-01T00:00:00Z')], recorded: [mark('2025-06-01T00:00:00Z')] };
    const axis = axisOf(times, [at('2026-01-01')], { width: 800, isRightToLeft: false });
    const mirrored = { ...axis, isRightToLeft: true };
    expect(axis.from).toBeLessThan(at('2015-01-01'));
    expect(axis.to).toBeGreaterThan(at('2026-01-01'));
    expect(placeOf(mirrored, at('2015-01-01'))).toBeCloseTo(800 - placeOf(axis, at('2015-01-01')), 6);
  });

  it('finds the instant under a pixel again', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (width, share, isRightToLeft) => {
          const axis = axisOf(undefined, [at('1990-01-01'), at('2030-01-01')], { width, isRightToLeft });
          const x = share * width;
          expect(placeOf(axis, instantAt(axis, x))).toBeCloseTo(x, 3);
        },
      ),
    );
  });

  it('has ticks in order, within the axis, and not too many, whatever the span', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 280, max: 1600 }),
        (days, width) => {
          const from = at('1900-01-01');
          const axis = axisOf(undefined, [from, from + days * 86_400_000], { width, isRightToLeft: false });
          const ticks = ticksOf(axis).map(({ instant }) => instant);
          expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
          expect(ticks.length).toBeLessThanOrEqual(Math.max(3, width / 60));
          for (const tick of ticks) expect(tick >= axis.from && tick <= axis.to).toBe(true);
        },
      ),
    );
  });

  it('goes from change to change', () => {
    const marks = [mark('2015-01-01T00:00:00Z'), mark('2016-01-01T00:00:00Z')];
    expect(neighbour(marks, at('2015-06-01'), 'after')).toBe(at('2016-01-01'));
    expect(neighbour(marks, at('2015-01-01'), 'before')).toBeUndefined();
  });

  it('reads and writes the parameters of the address', () => {
    expect(instantOf('2023-12-31', 'first')).toBe(at('2023-12-31'));
    expect(instantOf('2023-12-31', 'last')).toBe(at('2023-12-31T23:59:59.999Z'));
    expect(instantOf('2019-01-01/2021-01-01', 'first')).toBe(at('2021-01-01'));
    expect(instantOf('123', 'last')).toBeUndefined();
    expect(instantOf('../..', 'first')).toBeUndefined();
    expect(timeText(at('2023-12-31'))).toBe('2023-12-31');
    expect(timeText(at('2023-12-31T08:00:01Z'))).toBe('2023-12-31T08:00:01Z');
    expect(timeText(monthsOn(at('2024-01-31'), 1))).toBe('2024-02-29');
  });
});
