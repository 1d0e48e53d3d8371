import type { Outcome } from './post.ts';

/** Counts the attempts of this process by what became of them: `delivered`, or the failure. */
export class DeliveryMeter {
  readonly counts = new Map<string, number>();

  count({ failure }: Outcome): void {
    const outcome = failure ?? 'delivered';
    this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
  }
}
