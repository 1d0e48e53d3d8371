import { afterEach, expect, test, vi } from 'vitest';
import { onceAFrame } from './once-a-frame.ts';

afterEach(() => vi.unstubAllGlobals());

/** Frames that are drawn when the test says so. */
function stubFrames(): () => void {
  let waiting = new Map<number, () => void>();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    waiting.set(++last, run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => waiting.delete(frame));
  return () => {
    const due = waiting;
    waiting = new Map();
    for (const run of due.values()) run();
  };
}

test('of many values between two frames the last one counts', () => {
  const draw = stubFrames();
  const seen: number[] = [];
  const see = onceAFrame((value: number) => seen.push(value));
  for (const value of [1, 2, 3]) see(value);
  expect(seen).toEqual([]);
  draw();
  draw();
  see(4);
  draw();
  expect(seen).toEqual([3, 4]);
});

test('what is cancelled is not called, and the next value is', () => {
  const draw = stubFrames();
  const seen: number[] = [];
  const see = onceAFrame((value: number) => seen.push(value));
  see(1);
  see.cancel();
  draw();
  see(2);
  draw();
  expect(seen).toEqual([2]);
});
