import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { logKeys } from '../../kernel/log/proof/checkpoint-store.ts';
import { formatVerifierKey } from '../../kernel/log/proof/verifier-key.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import type { ServerClient } from '../server-client.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { sayKeys } from './say-keys.ts';
import { proofOf } from './store-proof.ts';

interface ListedKey {
  readonly vkey: string;
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface Acceptance {
  readonly legalBasis: string;
  readonly reason: string;
  readonly yes?: boolean;
}

const mostOverlapHours = 8_760;

/** `ufuq keys`: the keys that sign the log. */
export function addKeysCommand(program: Command): void {
  const keys = program.command('keys').description(sayKeys('verb.keys'));
  addList(keys);
  addRotate(keys);
  addAccept(keys);
}

/** Sends JSON to the running server and gives its JSON answer. */
export async function postJson<Answer>(server: ServerClient, path: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return await server.json(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

function addList(keys: Command): void {
  const verb = keys.command('list').description(sayKeys('verb.list')).option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: { json?: boolean }, command: Command) => {
    const { config } = readConfig(command);
    const list = await reachStore<readonly ListedKey[]>(config, {
      server: async (server) => (await server.json<{ keys: ListedKey[] }>('log/keys')).keys,
      store: async ({ services }) =>
        (await logKeys(services.database)).map(({ key, ...rest }) => ({ ...rest, id: key.id })),
    });
    process.stdout.write(`${options.json ? JSON.stringify(list, null, 2) : tableOf(list)}\n`);
  });
}

function tableOf(list: readonly ListedKey[]): string {
  if (list.length === 0) return sayKeys('keys.none');
  const time = (text: string | null) => text?.slice(0, 16).replace('T', ' ') ?? '–';
  const head = [sayKeys('keys.id'), sayKeys('keys.from'), sayKeys('keys.to'), sayKeys('keys.key')];
  const rows = list.map(({ id, validFrom, validTo, vkey }) => [id, time(validFrom), time(validTo), vkey]);
  return textTable(head, rows, []);
}

function addRotate(keys: Command): void {
  const verb = keys
    .command('rotate')
    .description(sayKeys('verb.rotate'))
    .option('--overlap <HOURS>', sayKeys('option.overlap'), '24')
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(
    async (options: { overlap: string; json?: boolean }, command: Command) => {
      const overlapHours = Number(options.overlap);
      if (options.overlap.trim() === '' || !(overlapHours >= 0 && overlapHours <= mostOverlapHours))
        throw new Refusal(sayKeys('refused.overlap', { value: options.overlap }), 2);
      const { config } = readConfig(command);
      const { vkey } = await reachStore<{ vkey: string }>(config, {
        server: (server) => postJson(server, 'log/keys', { overlapHours }),
        store: async (store) => {
          const { verifier } = await (await proofOf(store, config)).rotate(overlapHours);
          return { vkey: formatVerifierKey(verifier) };
        },
      });
      process.stdout.write(
        `${options.json ? JSON.stringify({ vkey }) : `✓ ${sayKeys('keys.rotated', { vkey })}`}\n`,
      );
    },
  );
}

function addAccept(keys: Command): void {
  const verb = keys
    .command('accept-restoration')
    .description(sayKeys('verb.accept'))
    .requiredOption('--legal-basis <TEXT>', sayKeys('option.legal-basis'))
    .requiredOption('--reason <TEXT>', sayKeys('option.reason'))
    .option('--yes', say('option.yes'));
  addSettings(verb, storeSettings).action(async (options: Acceptance, command: Command) => {
    if (!options.yes) throw new Refusal(sayKeys('keys.accept-asks'));
    const { legalBasis, reason } = options;
    const { config } = readConfig(command);
    const { position } = await reachStore<{ position: number }>(config, {
      server: (server) => postJson(server, 'log/restorations', { legalBasis, reason }),
      store: async (store) => {
        const proof = await proofOf(store, config);
        return {
          position: await proof.acceptRestoration({ legalBasis, reason, actor: administrator.name }),
        };
      },
    });
    process.stdout.write(`✓ ${sayKeys('keys.accepted', { position: String(position) })}\n`);
  });
}
