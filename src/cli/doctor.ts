import type { Command } from 'commander';
import type { Config } from '../kernel/config.ts';
import { openStore } from '../server/open-store.ts';
import type { Check } from '../server/operation/check.ts';
import { checkStore } from '../server/operation/store-checks.ts';
import { rebuild, rebuildLines, sayRebuild } from './doctor/rebuild.ts';
import { checkFolder, checkLock, checkSurroundings } from './doctor/surroundings.ts';
import { failureSentence } from './failure-sentence.ts';
import { ProgressDisplay } from './progress-display.ts';
import { Refusal } from './refusal.ts';
import { type CliMessageKey, say } from './say.ts';
import { findServer } from './server-client.ts';
import { addSettings, readConfig, storeSettings } from './settings-options.ts';

const marks = { ok: '✓', warning: '!', problem: '✗' } as const;

/** `ufuq doctor`: what is well, what is not, and what to do about it; exit code 1 where something is wrong. */
export function addDoctor(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  const verb = program
    .command('doctor')
    .description(say('verb.doctor'))
    .option('--compare', sayRebuild('option.compare'))
    .option('--rebuild', sayRebuild('option.rebuild'))
    .option('--register <ID>', sayRebuild('option.register'), collect, [])
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: DoctorOptions, command: Command) => {
    const { config } = readConfig(command);
    if (options.compare || options.rebuild) return await deriveTables(config, options);
    const checks = await examine(config);
    const shown = checks.map((each) => ({ ...each, sentence: sentenceOf(each) }));
    process.stdout.write(
      options.json
        ? `${JSON.stringify(shown, null, 2)}\n`
        : shown
            .map(({ status, sentence }) => `${marks[status]} ${say(`doctor.${status}`)}: ${sentence}\n`)
            .join(''),
    );
    if (checks.some(({ status }) => status === 'problem')) process.exitCode = 1;
  });
}

interface DoctorOptions {
  readonly json?: boolean;
  readonly compare?: boolean;
  readonly rebuild?: boolean;
  readonly register: readonly string[];
}

/** `--compare` and `--rebuild`; exit code 1 where tables differ from the log and stay so. */
async function deriveTables(config: Config, options: DoctorOptions): Promise<void> {
  if (options.compare && options.rebuild) throw new Refusal(sayRebuild('both'), 2);
  const registers = options.register.length > 0 ? { registers: options.register } : {};
  const report = await rebuild(config, { isComparison: !options.rebuild, ...registers });
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : `${rebuildLines(report).join('\n')}\n`,
  );
  if (!report.isReplaced && report.tables.some(({ isSame }) => !isSame)) process.exitCode = 1;
}

function sentenceOf({ id, outcome, params }: Check): string {
  if (outcome === 'failed') return String(params.sentence);
  return say(`doctor.${id}.${outcome}` as CliMessageKey, params);
}

async function examine(config: Config): Promise<readonly Check[]> {
  const around = [...checkSurroundings(), ...checkFolder(config.data)];
  const lock = await checkLock(config.data);
  if (lock.status === 'problem') return [...around, lock];
  return [...around, lock, ...(await examineStore(config, around))];
}

async function examineStore(config: Config, around: readonly Check[]): Promise<readonly Check[]> {
  const hasNothingYet = around.some(({ id, status }) => id === 'folder' && status !== 'ok');
  if (hasNothingYet && config.database === undefined) return [];
  try {
    const server = await findServer(config.data);
    if (server !== undefined) return (await server.json<{ checks: Check[] }>('operation/checks')).checks;
    const display = new ProgressDisplay();
    const store = await openStore(config, 'verb', { onProgress: display.show });
    display.end();
    try {
      return await checkStore(store.services, config.data);
    } finally {
      await store.close();
    }
  } catch (error) {
    const sentence = failureSentence(error) ?? say('failed.unexpected', { reason: String(error) });
    return [{ id: 'store', status: 'problem', outcome: 'failed', params: { sentence } }];
  }
}
