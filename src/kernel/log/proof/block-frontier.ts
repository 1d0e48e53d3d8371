import { emptyRoot, type Hash, hashNode, rootOfHashes } from './merkle-hash.ts';

/** A tree as it is walked, block after block of 256 leaves: its root at any size without keeping what lies behind. */
export class BlockFrontier {
  /** Roots of full subtrees from left to right; a subtree of `height` spans 2 ** height blocks. */
  readonly #subtrees: { readonly height: number; readonly hash: Hash }[] = [];

  append(blockRoot: Hash): void {
    let subtree = { height: 0, hash: blockRoot };
    while (this.#subtrees.at(-1)?.height === subtree.height) {
      const left = this.#subtrees.pop()!;
      subtree = { height: left.height + 1, hash: hashNode(left.hash, subtree.hash) };
    }
    this.#subtrees.push(subtree);
  }

  /** Root of the tree whose last, partial block has these leaves. */
  root(leaves: readonly Hash[] = []): Hash {
    let root = leaves.length > 0 ? rootOfHashes(leaves) : undefined;
    for (const { hash } of this.#subtrees.toReversed()) root = root ? hashNode(hash, root) : hash;
    return root ?? emptyRoot();
  }
}
