import { expect, test } from 'vitest';
import { type Waiting, WriteQueue } from './write-queue.ts';

interface Named extends Waiting {
  readonly name: string;
}

/** Adds writes while a first one is under way, and tells the groups that then form. */
async function groupsOf(...members: readonly Named[]): Promise<string[]> {
  const groups: string[] = [];
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  const queue = new WriteQueue<Named>(async (group) => {
    groups.push(group.map(({ name }) => name).join(''));
    if (groups.length === 1) await held;
  });
  queue.add(write('-'));
  for (const member of members) queue.add(member);
  go();
  await new Promise((resolve) => setImmediate(resolve));
  return groups.slice(1);
}

function write(name: string, keys: readonly string[] = [name], more: Partial<Waiting> = {}): Named {
  return { name, keys: new Set(keys), weight: 1, isAlone: false, ...more };
}

test('a writer alone does not wait, and a crowd shares a group', async () => {
  expect(await groupsOf()).toEqual([]);
  expect(await groupsOf(write('a'))).toEqual(['a']);
  expect(await groupsOf(write('a'), write('b'), write('c'))).toEqual(['abc']);
});

test('writes of one record go one after another, in their order, and hold up nobody else', async () => {
  expect(await groupsOf(write('a', ['x']), write('b', ['x']), write('c', ['y']))).toEqual(['ac', 'b']);
  expect(
    await groupsOf(write('a', ['x']), write('b', ['x', 'y']), write('c', ['y']), write('d', ['z'])),
  ).toEqual(['ad', 'b', 'c']);
});

test('what is large or a rehearsal goes by itself, in its turn', async () => {
  const alone = { isAlone: true };
  expect(await groupsOf(write('a'), write('b', ['b'], alone), write('c'))).toEqual(['ac', 'b']);
  const heavy = { weight: 200 };
  expect(await groupsOf(write('a', ['a'], heavy), write('b', ['b'], heavy), write('c'))).toEqual(['ac', 'b']);
});

test('a group is bounded', async () => {
  const crowd = Array.from({ length: 150 }, (_, i) => write('x', [String(i)]));
  expect((await groupsOf(...crowd)).map(({ length }) => length)).toEqual([64, 64, 22]);
});
