import type { Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { type Question, race } from './race.ts';
import { ratiosOf, tableOf, writePage } from './report.ts';
import { hasWrk } from './wrk.ts';

/** Runs a race and prints its table, or with `--json` its ratios; `--write` puts the table into the docs. */
export async function runRace(
  name: string,
  args: readonly string[],
  questions: readonly Question[],
  check?: (contestants: readonly Running[], ground: Ground) => Promise<readonly string[]>,
): Promise<void> {
  const outcome = await race(args, questions, check);
  if (!outcome) return;
  const { rows, values, faults, versions } = outcome;
  const notes = [
    `${Number(values.count).toLocaleString('en')} parcels; rounds: ${values.rounds}; timed by ${hasWrk ? 'wrk, what is asked once by autocannon' : 'autocannon'}; ${versions.join('; ')}`,
  ];
  if (check && faults.length === 0)
    notes.push('All answers were checked against the database: same records, exact counts.');
  if (values.json) console.log(JSON.stringify({ ratios: ratiosOf(rows) }));
  else console.log([tableOf(rows), ...notes, ...faults.map((fault) => `✗ ${fault}`)].join('\n'));
  if (values.write) writePage(name, tableOf(rows), [...notes, ...faults.map((fault) => `differs: ${fault}`)]);
}
