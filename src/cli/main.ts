import { CommanderError } from 'commander';
import { ConfigError } from '../kernel/config.ts';
import { failureSentence } from './failure-sentence.ts';
import { createProgram } from './program.ts';
import { Refusal } from './refusal.ts';
import { say } from './say.ts';

/** Runs a command line; the exit code is 0 done, 1 refused or failed, 2 wrong usage, 130 interrupted. */
export async function main(argv: readonly string[] = process.argv): Promise<void> {
  try {
    await createProgram().parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error);
  }
  // Threads that read and write files may wait for more work; what a verb had to do is done.
  process.exit();
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2; // it has said what is wrong
  const sentence = failureSentence(error);
  const isUsage = error instanceof ConfigError || (error instanceof Refusal && error.exitCode === 2);
  if (sentence === undefined) {
    process.stderr.write(`✗ ${say('failed.unexpected', { reason: String(error) })}\n`);
    process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  } else process.stderr.write(`\n✗ ${sentence}\n`);
  return isUsage ? 2 : 1;
}
