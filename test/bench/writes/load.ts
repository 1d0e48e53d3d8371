/** What a load came to: milliseconds from when a write was due to its answer, in the order of answers. */
export interface LoadResult {
  readonly latencies: readonly number[];
  readonly seconds: number;
  readonly refused: number;
}

/**
 * Sends writes at a steady rate, whether those before are answered or not: a server that falls behind is seen to, since
 * each write is timed from when it was due.
 */
export async function atRate(
  send: () => Promise<boolean>,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<LoadResult> {
  const latencies: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const total = Math.round(perSecond * seconds);
  const under = new Set<Promise<void>>();
  for (let n = 0; n < total; n++) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const one = send().then((isDone) => {
      latencies.push(performance.now() - due);
      if (!isDone) refused++;
      under.delete(one);
    });
    under.add(one);
  }
  await Promise.all(under);
  return { latencies, seconds: (performance.now() - begun) / 1000, refused };
}

/** Sends as fast as so many clients get answers. */
export async function asFastAs(
  clients: number,
  send: () => Promise<boolean>,
  seconds: number,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let refused = 0;
  const begun = performance.now();
  const client = async () => {
    while (performance.now() - begun < seconds * 1000) {
      const sent = performance.now();
      if (!(await send())) refused++;
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return { latencies, seconds: (performance.now() - begun) / 1000, refused };
}

/** The value that a share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
