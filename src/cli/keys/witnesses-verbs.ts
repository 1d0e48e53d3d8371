import type { Command } from 'commander';
import { addWitness, witnesses } from '../../kernel/log/proof/witness-store.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { refusalOf } from '../server-client.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { sayKeys } from './say-keys.ts';

interface ListedWitness {
  readonly name: string;
  readonly vkey: string;
  readonly signed: number;
  readonly url: string | null;
  readonly complaint: string | null;
}

/** `ufuq witnesses`: who signs with the log. */
export function addWitnessesCommand(program: Command): void {
  const verb = program
    .command('witnesses')
    .enablePositionalOptions()
    .description(sayKeys('verb.witnesses'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: { json?: boolean }, command: Command) => {
    const { config } = readConfig(command);
    const list = await reachStore<readonly ListedWitness[]>(config, {
      server: async (server) =>
        (await server.json<{ witnesses: ListedWitness[] }>('log/witnesses')).witnesses,
      store: async ({ services }) =>
        (await witnesses(services.database)).map(({ key, ...rest }) => ({ name: key.name, ...rest })),
    });
    process.stdout.write(`${options.json ? JSON.stringify(list, null, 2) : tableOf(list)}\n`);
  });
  addAdd(verb);
}

function tableOf(list: readonly ListedWitness[]): string {
  if (list.length === 0) return sayKeys('witness.none');
  const head = [
    sayKeys('witness.name'),
    sayKeys('witness.signed'),
    sayKeys('witness.url'),
    sayKeys('witness.state'),
  ];
  const rows = list.map(({ name, signed, url, complaint }) => [
    name,
    String(signed),
    url ?? sayKeys('witness.brings'),
    complaint ?? sayKeys('witness.fine'),
  ]);
  return textTable(head, rows, [1]);
}

function addAdd(witnessesVerb: Command): void {
  const verb = witnessesVerb
    .command('add')
    .argument('<VKEY>', sayKeys('argument.vkey'))
    .description(sayKeys('verb.witness-add'))
    .option('--url <URL>', sayKeys('option.url'));
  addSettings(verb, storeSettings).action(
    async (vkey: string, { url }: { url?: string }, command: Command) => {
      const { config } = readConfig(command);
      await reachStore<void>(config, {
        server: async (server) => {
          const headers = { 'content-type': 'application/json' };
          const body = JSON.stringify({ vkey, ...(url !== undefined && { url }) });
          const answer = await server.request('log/witnesses', { method: 'POST', headers, body });
          if (!answer.ok) throw await refusalOf(answer);
        },
        store: async ({ services }) => {
          if (!(await addWitness(services, vkey, url ?? null)))
            throw new Refusal(sayKeys('refused.vkey', { value: vkey }), 2);
        },
      });
      process.stdout.write(`✓ ${sayKeys('witness.added')}\n`);
    },
  );
}
