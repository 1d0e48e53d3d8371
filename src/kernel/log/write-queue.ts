/** One write that waits, as far as the queue has to know it. */
export interface Waiting {
  /** Keys of what it changes; two writes that share one are not in the same group. */
  readonly keys: ReadonlySet<string>;
  /** How much of a group it fills. */
  readonly weight: number;
  /** Goes by itself, whatever else waits. */
  readonly isAlone: boolean;
}

const mostWrites = 64;
const mostWeight = 256;
/** How far down the queue a group looks for members. */
const mostLooked = 4 * mostWrites;

/**
 * Lets writers that come together share one commit. Whoever comes while a group is being written waits for the next one,
 * so a group is as large as the crowd; one writer alone never waits. Writes of the same record keep their order.
 */
export class WriteQueue<Member extends Waiting> {
  private readonly waiting: Member[] = [];
  private readonly write: (group: readonly Member[]) => Promise<void>;
  private isRunning = false;

  /** @param write settles every member of the group, and never throws */
  constructor(write: (group: readonly Member[]) => Promise<void>) {
    this.write = write;
  }

  add(member: Member): void {
    this.waiting.push(member);
    if (!this.isRunning) void this.run();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      while (this.waiting.length > 0) await this.write(this.next());
    } finally {
      this.isRunning = false;
    }
  }

  /** The first that waits, and those behind it that may go with it. */
  private next(): readonly Member[] {
    const first = this.waiting.shift()!;
    const group = [first];
    if (first.isAlone) return group;
    const touched = new Set(first.keys);
    let weight = first.weight;
    let looked = 0;
    for (let at = 0; at < this.waiting.length && group.length < mostWrites && looked++ < mostLooked; ) {
      const member = this.waiting[at]!;
      const isFree =
        !member.isAlone &&
        weight + member.weight <= mostWeight &&
        ![...member.keys].some((key) => touched.has(key));
      // One that has to wait keeps those behind it from overtaking it on the same record.
      for (const key of member.keys) touched.add(key);
      if (!isFree) {
        at++;
        continue;
      }
      weight += member.weight;
      group.push(member);
      this.waiting.splice(at, 1);
    }
    return group;
  }
}
