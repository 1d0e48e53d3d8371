import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyRoot, type Hash, hashLeaf, hashNode, rootOfHashes } from './merkle-hash.ts';
import { isConsistent, rootOfInclusion } from './merkle-verify.ts';
import { tileWidth } from './tile-address.ts';
import { growTiles, TileTree } from './tile-tree.ts';

const hex = (hash: Hash | undefined) => hash && Buffer.from(hash).toString('hex');
const bytes = (text: string) => Buffer.from(text, 'hex');

/** Leaves and roots that implementations of RFC 6962 check themselves against. */
const published = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  pathTo5Of8: [
    'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  ],
  from1To8: [
    '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
    '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
    '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  ],
};

/** A tree kept in memory as tiles, grown in the steps given. */
async function treeOf(leaves: readonly Hash[], steps: readonly number[] = []): Promise<TileTree> {
  const tiles = new Map<string, Uint8Array>();
  const source = async ({ level, index }: { level: number; index: number }) =>
    tiles.get(`${level}/${index}`)!;
  let size = 0;
  for (const step of [...steps, leaves.length]) {
    const added = leaves.slice(size, Math.min(size + step, leaves.length));
    for (const { level, index, hashes } of await growTiles(size, added, source))
      tiles.set(`${level}/${index}`, hashes);
    size += added.length;
  }
  return new TileTree(size, source);
}

const numbered = (count: number) => Array.from({ length: count }, (_, i) => hashLeaf(`leaf ${i}`));

describe('vectors', () => {
  const leaves = published.leaves.map((leaf) => hashLeaf(bytes(leaf)));

  test('roots of 0 to 8 leaves', async () => {
    for (const [size, root] of published.roots.entries()) {
      expect(hex(rootOfHashes(leaves.slice(0, size)))).toBe(root);
      expect(hex(await (await treeOf(leaves.slice(0, size))).root())).toBe(root);
    }
    expect(hex(emptyRoot())).toBe(published.roots[0]);
  });

  test('inclusion and consistency', async () => {
    const tree = await treeOf(leaves);
    expect((await tree.inclusionProof(5)).map(hex)).toEqual(published.pathTo5Of8);
    expect((await tree.consistencyProof(1)).map(hex)).toEqual(published.from1To8);
  });

  // RFC 9162, 2.1.5: the tree of d0…d6 with its nodes a…l, and the proofs that the text reads off it.
  test('the example of RFC 9162, 2.1.5', async () => {
    const d = Array.from({ length: 7 }, (_, i) => `d${i}`);
    const [a, b, c, dd, e, f, j] = d.map(hashLeaf) as [Hash, Hash, Hash, Hash, Hash, Hash, Hash];
    const [g, h, i] = [hashNode(a, b), hashNode(c, dd), hashNode(e, f)];
    const [k, l] = [hashNode(g, h), hashNode(i, j)];
    const tree = await treeOf([a, b, c, dd, e, f, j]);
    expect(hex(await tree.root())).toBe(hex(hashNode(k, l)));
    const paths = { 0: [b, h, l], 3: [c, g, l], 4: [f, j, k], 6: [i, k] };
    for (const [index, path] of Object.entries(paths))
      expect((await tree.inclusionProof(Number(index))).map(hex)).toEqual(path.map(hex));
    const proofs = { 3: [c, dd, g, l], 4: [l], 6: [i, j, k] };
    for (const [first, proof] of Object.entries(proofs))
      expect((await tree.consistencyProof(Number(first))).map(hex)).toEqual(proof.map(hex));
  });
});

describe('against the definitions of RFC 6962, 2.1, written out', () => {
  const k = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);
  const mth = (d: readonly Hash[]): Hash =>
    d.length === 1 ? d[0]! : hashNode(mth(d.slice(0, k(d.length))), mth(d.slice(k(d.length))));
  const path = (m: number, d: readonly Hash[]): Hash[] => {
    if (d.length === 1) return [];
    const s = k(d.length);
    return m < s
      ? [...path(m, d.slice(0, s)), mth(d.slice(s))]
      : [...path(m - s, d.slice(s)), mth(d.slice(0, s))];
  };
  const subproof = (m: number, d: readonly Hash[], isWhole: boolean): Hash[] => {
    if (m === d.length) return isWhole ? [] : [mth(d)];
    const s = k(d.length);
    return m <= s
      ? [...subproof(m, d.slice(0, s), isWhole), mth(d.slice(s))]
      : [...subproof(m - s, d.slice(s), false), mth(d.slice(0, s))];
  };

  test('every proof of every small tree', async () => {
    for (let size = 1; size <= 40; size++) {
      const leaves = numbered(size);
      const tree = await treeOf(leaves);
      const root = await tree.root();
      expect(hex(root)).toBe(hex(mth(leaves)));
      for (let m = 0; m < size; m++) {
        const proof = await tree.inclusionProof(m);
        expect(proof.map(hex)).toEqual(path(m, leaves).map(hex));
        expect(hex(rootOfInclusion(m, size, leaves[m]!, proof))).toBe(hex(root));
      }
      for (let m = 1; m <= size; m++) {
        const proof = await tree.consistencyProof(m);
        expect(proof.map(hex)).toEqual(subproof(m, leaves, true).map(hex));
        expect(isConsistent({ size: m, root: mth(leaves.slice(0, m)) }, { size, root }, proof)).toBe(true);
      }
    }
  });

  test('trees over several levels of tiles, grown in any steps', async () => {
    const all = numbered(tileWidth * 5 + 40);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: all.length }),
        fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        async (size, steps, m, n) => {
          const leaves = all.slice(0, size);
          const tree = await treeOf(leaves, steps);
          const index = m % size;
          expect(hex(await tree.root())).toBe(hex(mth(leaves)));
          expect((await tree.inclusionProof(index)).map(hex)).toEqual(path(index, leaves).map(hex));
          const first = 1 + (n % size);
          expect((await tree.consistencyProof(first)).map(hex)).toEqual(
            subproof(first, leaves, true).map(hex),
          );
          expect(hex(await tree.rootAt(first))).toBe(hex(mth(leaves.slice(0, first))));
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
});

describe('what is not so is not proven', () => {
  test('a proof with a bit flipped, a hash too few or too many, or of another place', async () => {
    const leaves = numbered(21);
    const tree = await treeOf(leaves);
    const root = await tree.root();
    const proof = await tree.inclusionProof(13);
    const holds = (index: number, size: number, hashes: readonly Hash[]) =>
      hex(rootOfInclusion(index, size, leaves[13]!, hashes)) === hex(root);
    expect(holds(13, 21, proof)).toBe(true);
    expect(holds(12, 21, proof)).toBe(false);
    expect(holds(21, 21, proof)).toBe(false);
    expect(holds(13, 21, proof.slice(1))).toBe(false);
    expect(holds(13, 21, [...proof, root])).toBe(false);
    for (const at of proof.keys())
      expect(
        holds(
          13,
          21,
          proof.map((hash, i) => (i === at ? flipped(hash) : hash)),
        ),
      ).toBe(false);

    const second = { size: 21, root };
    const steps = await tree.consistencyProof(6);
    const first = { size: 6, root: await tree.rootAt(6) };
    expect(isConsistent(first, second, steps)).toBe(true);
    expect(isConsistent({ size: 7, root: first.root }, second, steps)).toBe(false);
    expect(isConsistent({ size: 6, root: flipped(first.root) }, second, steps)).toBe(false);
    expect(isConsistent(first, second, [])).toBe(false);
    expect(isConsistent(second, first, steps)).toBe(false);
    for (const at of steps.keys())
      expect(
        isConsistent(
          first,
          second,
          steps.map((hash, i) => (i === at ? flipped(hash) : hash)),
        ),
      ).toBe(false);
  });
});

function flipped(hash: Hash): Hash {
  const copy = Uint8Array.from(hash);
  copy[7]! ^= 4;
  return copy;
}
