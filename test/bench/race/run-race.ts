import type { Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { type Question, race, raceValues } from './race.ts';
import { ratiosOf, tableOf, writePage } from './report.ts';
import { hasWrk } from './wrk.ts';

/**
 * Runs a race and prints its table, or with `--json` its ratios and nothing else; what there is to say beside them goes to
 * standard error. `--write` puts the table into the docs. Answers that differ make the exit code 1.
 */
export async function runRace(
  name: string,
  args: readonly string[],
  questions: readonly Question[],
  check?: (contestants: readonly Running[], ground: Ground) => Promise<readonly string[]>,
): Promise<void> {
  const values = raceValues(args);
  const server = process.env.UFUQ_TEST_DATABASE;
  if (server === undefined) {
    console.error('race: skipped (set UFUQ_TEST_DATABASE to a PostgreSQL server with PostGIS)');
    if (values.json) console.log(JSON.stringify({ ratios: [] }));
    return;
  }
  const { rows, faults, versions, absent } = await race(server, values, questions, check);
  const notes = [
    `${Number(values.count).toLocaleString('en')} parcels; rounds: ${values.rounds}; timed by ${hasWrk ? 'wrk, what is asked once by autocannon' : 'autocannon'}; ${versions.join('; ')}`,
    ...(absent.length > 0 ? [`Left out: ${absent.join('; ')}.`] : []),
    ...(check && faults.length === 0
      ? ['All answers were checked against the database: same records, exact counts.']
      : []),
    ...faults.map((fault) => `differs: ${fault}`),
  ];
  const say = values.json ? console.error : console.log;
  if (values.json) console.log(JSON.stringify({ ratios: ratiosOf(rows) }));
  else console.log(tableOf(rows));
  say(notes.join('\n'));
  if (values.write) writePage(name, tableOf(rows), notes);
  if (faults.length > 0) process.exitCode = 1;
}
