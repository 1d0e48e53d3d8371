import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { Problem } from '../../kernel/errors.ts';
import { violationSentence } from '../../kernel/http/problem-document.ts';
import { message as serverMessage } from '../../kernel/i18n/message.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { readOperations } from '../../kernel/log/batch/read-operations.ts';
import { runBatch } from '../../kernel/log/batch/run-batch.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say, terminalLanguage } from '../say.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { batchCliMessages } from './messages.ts';

const message = messenger(batchCliMessages);
const sayBatch = (key: Parameters<typeof message>[1], params = {}) =>
  message(terminalLanguage(), key, params);

interface BatchOptions {
  readonly dryRun?: boolean;
  readonly legalBasis?: string;
  readonly json?: boolean;
}

interface Answer {
  readonly operations: readonly { readonly records: readonly { readonly position?: number }[] }[];
}

/** `ufuq batch FILE`: the command line's door to `POST /batch`. */
export function addBatch(program: Command): void {
  const verb = program
    .command('batch')
    .argument('<FILE>', sayBatch('argument.batch'))
    .description(sayBatch('verb.batch'))
    .option('--dry-run', sayBatch('option.dry-run'))
    .option('--legal-basis <TEXT>', sayBatch('option.legal-basis'))
    .option('--json', say('option.json'));
  addSettings(verb, ['data', 'database']).action(
    async (file: string, options: BatchOptions, command: Command) => {
      const body = readJson(file);
      const answer = await reachStore<Answer>(readConfig(command).config, {
        server: (server) => {
          const query = new URLSearchParams({ cause: 'cli' });
          if (options.dryRun) query.set('dryRun', 'true');
          if (options.legalBasis) query.set('legalBasis', options.legalBasis);
          return server.json<Answer>(`batch?${query}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
        },
        store: async ({ services }) => {
          const context = {
            caller: administrator,
            cause: 'cli',
            ...(options.dryRun ? { dryRun: true } : {}),
            ...(options.legalBasis ? { legalBasis: options.legalBasis } : {}),
          };
          try {
            const operations = readOperations(body, services.registry);
            return {
              dryRun: options.dryRun ?? false,
              operations: await runBatch(services, operations, context),
            };
          } catch (error) {
            throw error instanceof Problem ? refusalOf(error) : error;
          }
        },
      });
      process.stdout.write(`${options.json ? JSON.stringify(answer, null, 2) : textOf(answer, options)}\n`);
    },
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

function refusalOf(problem: Problem): Refusal {
  const language = terminalLanguage();
  const lines = problem.violations.map(
    (violation) => `  ${violation.pointer}: ${violationSentence(violation, language) ?? violation.code}`,
  );
  const head = serverMessage(language, `problem.${problem.id}.detail`, problem.params);
  return new Refusal([head, ...lines].join('\n'));
}

function textOf({ operations }: Answer, { dryRun }: BatchOptions): string {
  const records = operations.flatMap((operation) => operation.records);
  const counts = { operations: operations.length, records: records.length };
  if (dryRun) return sayBatch('batch.planned', counts);
  const position = Math.max(...records.map((record) => record.position ?? 0));
  return sayBatch('batch.written', { ...counts, position: String(position) });
}
