/**
 * How long commits wait for a signed checkpoint that covers them: positions are noted as their answers come, and the
 * published checkpoint is asked for twenty times a second, so a lag is at most 50 ms too long.
 */
export class ProofLag {
  readonly lags: number[] = [];
  private waiting: { readonly position: number; readonly at: number }[] = [];
  private isOn = true;
  private readonly size: () => Promise<number>;
  private readonly following: Promise<void>;

  constructor(size: () => Promise<number>) {
    this.size = size;
    this.following = this.follow();
  }

  committed(position: number): void {
    this.waiting.push({ position, at: performance.now() });
  }

  /** Waits for what is still uncovered, ten seconds at most; returns how many stayed so. */
  async end(): Promise<number> {
    const begun = performance.now();
    while (this.waiting.length > 0 && performance.now() - begun < 10_000)
      await new Promise((resolve) => setTimeout(resolve, 50));
    this.isOn = false;
    await this.following;
    return this.waiting.length;
  }

  private async follow(): Promise<void> {
    while (this.isOn) {
      const size = await this.size();
      const now = performance.now();
      this.waiting = this.waiting.filter(({ position, at }) => {
        if (position > size) return true;
        this.lags.push(now - at);
        return false;
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
