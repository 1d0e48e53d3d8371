import type { Command } from 'commander';
import { listRegisters, type RegisterSummary } from '../server/operation/register-list.ts';
import { reachStore } from './reach-store.ts';
import { say, terminalLanguage } from './say.ts';
import { addSettings, readConfig, storeSettings } from './settings-options.ts';
import { textTable } from './text-table.ts';

/** `ufuq registers`: what stands, how much it holds, when it last changed. */
export function addRegisters(program: Command): void {
  const verb = program
    .command('registers')
    .description(say('verb.registers'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: { json?: boolean }, command: Command) => {
    const { config } = readConfig(command);
    const registers = await reachStore<readonly RegisterSummary[]>(config, {
      server: async (server) =>
        (await server.json<{ registers: RegisterSummary[] }>('operation/registers')).registers,
      store: ({ services }) => listRegisters(services),
    });
    process.stdout.write(`${options.json ? JSON.stringify(registers, null, 2) : tableOf(registers)}\n`);
  });
}

function tableOf(registers: readonly RegisterSummary[]): string {
  if (registers.length === 0) return say('registers.none');
  const head = [
    say('registers.id'),
    say('registers.title'),
    say('registers.records'),
    say('registers.changed'),
  ];
  const rows = registers.map(({ id, title, records, isExact, lastChangeAt }) => [
    id,
    title[terminalLanguage()],
    `${isExact ? '' : '≥ '}${records}`,
    lastChangeAt?.slice(0, 16).replace('T', ' ') ?? '–',
  ]);
  return textTable(head, rows, [2]);
}
