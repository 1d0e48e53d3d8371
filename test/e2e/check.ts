import type { Browser } from 'playwright-core';

/** One thing that a visitor would notice if it broke. */
export interface Check {
  readonly name: string;
  run(stage: Stage): Promise<void>;
}

export interface Stage {
  readonly browser: Browser;
  readonly base: string;
  /** The administrator's; undefined where it is not known. */
  readonly token: string | undefined;
}

/** Runs checks one after another and prints a line for each. Resolves to how many failed. */
export async function runChecks(checks: readonly Check[], stage: Stage): Promise<number> {
  let failed = 0;
  for (const { name, run } of checks) {
    const start = performance.now();
    try {
      await run(stage);
      console.log(`✓ ${name} · ${Math.round(performance.now() - start)} ms`);
    } catch (error) {
      failed++;
      console.log(
        `✗ ${name}\n  ${error instanceof Error ? error.message.split('\n').slice(0, 12).join('\n  ') : error}`,
      );
    }
  }
  console.log(`portal in Chromium: ${checks.length - failed}/${checks.length}`);
  return failed;
}
