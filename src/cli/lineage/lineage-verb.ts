import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import {
  type Lineage,
  mostGenerations,
  type Relative,
  readLineage,
} from '../../kernel/lineage/read-lineage.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say, terminalLanguage } from '../say.ts';
import type { ServerClient } from '../server-client.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { lineageCliMessages } from './messages.ts';

const message = messenger(lineageCliMessages);
const sayLineage = (key: Parameters<typeof message>[1], params = {}) =>
  message(terminalLanguage(), key, params);

interface LineageOptions {
  readonly depth?: string;
  readonly json?: boolean;
}

/** `ufuq lineage REGISTER RECORD`: the command line's door to a record's ancestors and descendants. */
export function addLineage(program: Command): void {
  const verb = program
    .command('lineage')
    .argument('<REGISTER>', sayLineage('argument.lineage-register'))
    .argument('<RECORD>', sayLineage('argument.lineage-record'))
    .description(sayLineage('verb.lineage'))
    .option('--depth <NUMBER>', sayLineage('option.depth'))
    .option('--json', say('option.json'));
  addSettings(verb, ['data', 'database']).action(
    async (register: string, record: string, options: LineageOptions, command: Command) => {
      const depth = depthOf(options.depth);
      const lineage = await reachStore<Lineage>(readConfig(command).config, {
        server: (server) => fromServer(server, register, record, depth),
        store: ({ services }) => readLineage(services, { register, record, caller: administrator, depth }),
      });
      process.stdout.write(`${options.json ? JSON.stringify(lineage, null, 2) : textOf(lineage)}\n`);
    },
  );
}

function depthOf(text: string | undefined): number {
  if (text === undefined) return mostGenerations;
  const depth = Number(text);
  if (Number.isInteger(depth) && depth >= 1 && depth <= mostGenerations) return depth;
  throw new Refusal(sayLineage('lineage.depth', { value: text }), 2);
}

/** All pages of the server's answer. */
async function fromServer(
  server: ServerClient,
  register: string,
  record: string,
  depth: number,
): Promise<Lineage> {
  const relatives: Relative[] = [];
  for (;;) {
    const path = `collections/${encodeURIComponent(register)}/items/${encodeURIComponent(record)}/lineage`;
    const page = await server.json<Lineage & { numberOfRelatives: number }>(
      `${path}?depth=${depth}&start=${relatives.length}&limit=1000`,
    );
    relatives.push(...page.relatives);
    if (page.relatives.length === 0 || relatives.length >= page.numberOfRelatives)
      return { relatives, isComplete: page.isComplete };
  }
}

function textOf({ relatives, isComplete }: Lineage): string {
  const head = (['generation', 'record', 'from', 'to', 'predecessors'] as const).map((name) =>
    sayLineage(`lineage.column-${name}`),
  );
  const rows = relatives
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ id, depth, valid, predecessors }) => [
      depth > 0 ? `+${depth}` : String(depth),
      id,
      valid.from ?? '..',
      valid.to ?? '..',
      predecessors.join(', '),
    ]);
  return [textTable(head, rows, [0]), ...(isComplete ? [] : [sayLineage('lineage.partly')])].join('\n');
}
