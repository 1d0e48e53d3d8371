import type { Command } from 'commander';
import type { Config } from '../kernel/config.ts';
import type { LogReport } from '../kernel/log/proof/finding.ts';
import { verifyReceipt } from '../kernel/log/proof/receipt.ts';
import { verifyRemoteLog } from '../kernel/log/proof/remote-log.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../kernel/log/proof/verifier-key.ts';
import { verifyLog } from '../kernel/log/proof/verify-log.ts';
import { reachStore } from './reach-store.ts';
import { Refusal } from './refusal.ts';
import { sayRelease } from './release/say-release.ts';
import { say } from './say.ts';
import { addSettings, readConfig, storeSettings } from './settings-options.ts';
import {
  checkDelta,
  checkRelease,
  deltaLines,
  releaseLines,
  releaseSourceOf,
} from './verify/release-check.ts';
import { logLines, receiptLines, sayProof } from './verify/sentences.ts';
import { isUrl, logAt, readJson, readText } from './verify/source.ts';

interface VerifyOptions {
  readonly key: readonly string[];
  readonly witness: readonly string[];
  readonly checkpoint: readonly string[];
  readonly quick?: boolean;
  readonly json?: boolean;
}

/** What came out, as data and as lines for a person. */
interface Outcome {
  readonly holds: boolean;
  readonly document: object;
  readonly lines: readonly string[];
}

/** `ufuq verify`: checks, offline where it can, that what was recorded is what was recorded; exit code 1 where it is not. */
export function addVerifyCommand(program: Command): void {
  const collect = (value: string, before: readonly string[]) => [...before, value];
  const verb = program
    .command('verify')
    .argument('[FILE|URL]', sayProof('argument.source'))
    .description(sayProof('verb.verify'))
    .option('--key <VKEY>', sayProof('option.key'), collect, [])
    .option('--witness <VKEY>', sayProof('option.witness'), collect, [])
    .option('--checkpoint <FILE>', sayProof('option.checkpoint'), collect, [])
    .option('--quick', sayRelease('option.quick'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(
    async (source: string | undefined, options: VerifyOptions, command: Command) => {
      const { holds, document, lines } = await check(source, options, () => readConfig(command).config);
      process.stdout.write(options.json ? `${JSON.stringify(document, null, 2)}\n` : `${lines.join('\n')}\n`);
      if (!holds) process.exitCode = 1;
    },
  );
}

async function check(
  source: string | undefined,
  options: VerifyOptions,
  config: () => Config,
): Promise<Outcome> {
  const keys = options.key.map(keyOf);
  const kept = await Promise.all(options.checkpoint.map(readText));
  const given = { kept, ...(keys.length > 0 && { keys }) };
  if (source === undefined) return logOutcome(await checkStoredLog(config(), given));
  const release = releaseSourceOf(source);
  const delta = release && (await checkDelta(release, keys));
  if (delta) return { holds: delta.findings.length === 0, document: delta, lines: deltaLines(delta) };
  if (release) {
    const report = await checkRelease(release, keys, !options.quick);
    return { holds: report.findings.length === 0, document: report, lines: releaseLines(report) };
  }
  const isReceipt = !isUrl(source) || new URL(source).pathname.endsWith('/receipt');
  if (!isReceipt) return logOutcome(await verifyRemoteLog(logAt(source), given));
  const receipt = await readJson(source);
  const verdict = verifyReceipt(receipt, keys, options.witness.map(keyOf));
  const without = (receipt as { without?: unknown } | null | undefined)?.without;
  return { holds: verdict.faults.length === 0, document: verdict, lines: receiptLines(verdict, without) };
}

function logOutcome(report: LogReport): Outcome {
  return { holds: report.findings.length === 0, document: report, lines: logLines(report) };
}

interface Given {
  readonly keys?: readonly VerifierKey[];
  readonly kept: readonly string[];
}

async function checkStoredLog(config: Config, given: Given): Promise<LogReport> {
  return await reachStore<LogReport>(config, {
    server: async (server) => {
      const body = { keys: given.keys?.map(formatVerifierKey), checkpoints: given.kept };
      const headers = { 'content-type': 'application/json' };
      return await server.json('log/verification', { method: 'POST', headers, body: JSON.stringify(body) });
    },
    store: ({ services }) => verifyLog(services.database, given),
  });
}

function keyOf(value: string): VerifierKey {
  const key = parseVerifierKey(value);
  if (key === undefined) throw new Refusal(sayProof('refused.key', { value }), 2);
  return key;
}
