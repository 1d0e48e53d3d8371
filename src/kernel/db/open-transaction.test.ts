import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { OpenTransaction } from './open-transaction.ts';

test('what goes around a transaction is refused, also after another one has ended', async () => {
  const open = new OpenTransaction();
  const long = open.run(async () => {
    await sleep(30);
    expect(() => open.forbid()).toThrow('inside a transaction');
  });
  await open.run(async () => {
    await sleep(1);
    expect(() => open.forbid()).toThrow('inside a transaction');
  });
  expect(() => open.forbid()).not.toThrow();
  await long;
});

test('after the last transaction nothing is followed, and the next one is watched again', async () => {
  const open = new OpenTransaction();
  for (let time = 0; time < 2; time++) {
    await open.run(async () => {
      await sleep(1);
      expect(() => open.forbid()).toThrow('inside a transaction');
    });
    await sleep(1);
    expect(() => open.forbid()).not.toThrow();
  }
});
