import { afterEach, expect, test } from 'vitest';
import type { Database } from '../../db/database.ts';
import type { Position } from '../entry.ts';
import { followLog, type LogFollower } from './follow-log.ts';
import { LogWatch } from './log-watch.ts';

/** A log of which only the head is known, and which tells of its commits. */
class OnlyHead {
  head: Position = 0;
  #heard: (payload: string) => void = () => {};
  readonly watch = new LogWatch({
    query: async () => [{ position: this.head }],
    listen: async (_channel: string, heard: (payload: string) => void) => {
      this.#heard = heard;
      return async () => {};
    },
  } as unknown as Database);

  commit(): void {
    this.head++;
    this.#heard(String(this.head));
  }
}

let follower: LogFollower;
afterEach(() => follower.stop());

test('what is there is taken up at once, and commits that come together in one step', async () => {
  const log = new OnlyHead();
  log.head = 3;
  const taken: Position[] = [];
  follower = followLog(log.watch, {
    gatherMs: 20,
    takeUp: async (head) => {
      taken.push(head);
      return head;
    },
    onTrouble: () => {},
  });
  await expect.poll(() => taken.at(-1)).toBe(3);
  const before = taken.length;
  for (let i = 0; i < 5; i++) log.commit();
  await expect.poll(() => taken.at(-1)).toBe(8);
  expect(taken.length).toBe(before + 1);
});

test('a failure is told once, and what failed or fell short is tried again', async () => {
  const log = new OnlyHead();
  log.head = 5;
  const told: string[] = [];
  let calls = 0;
  let reached: Position = 0;
  follower = followLog(log.watch, {
    gatherMs: 0,
    retryMs: 1,
    takeUp: async (head) => {
      calls++;
      if (calls < 4) throw new Error('the store is away');
      // Another process has the rest in hand.
      reached = calls < 7 ? 2 : head;
      return reached;
    },
    onTrouble: (error) => told.push(String(error)),
  });
  await expect.poll(() => reached).toBe(5);
  expect(told).toEqual(['Error: the store is away']);
});

test('stopping waits for what is being taken up, and takes up nothing more', async () => {
  const log = new OnlyHead();
  let begun = 0;
  let done = 0;
  let release = () => {};
  follower = followLog(log.watch, {
    gatherMs: 0,
    takeUp: async (head) => {
      begun++;
      await new Promise<void>((resolve) => (release = resolve));
      done++;
      return head;
    },
    onTrouble: () => {},
  });
  await expect.poll(() => begun).toBe(1);
  const stopped = follower.stop();
  log.commit();
  release();
  await stopped;
  expect([begun, done]).toEqual([1, 1]);
});

test('a watch that is closed ends what follows by it', async () => {
  const log = new OnlyHead();
  let calls = 0;
  follower = followLog(log.watch, {
    gatherMs: 0,
    takeUp: async (head) => {
      calls++;
      return head;
    },
    onTrouble: () => {},
  });
  await expect.poll(() => calls).toBeGreaterThan(0);
  await log.watch.close();
  const before = calls;
  log.commit();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls).toBe(before);
});
