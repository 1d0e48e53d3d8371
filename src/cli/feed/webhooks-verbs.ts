import type { Command } from 'commander';
import type { DeadLetter } from '../../kernel/webhooks/dead-letter.ts';
import type { Webhook } from '../../kernel/webhooks/webhook.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { sayTransfer } from '../transfer/say-transfer.ts';
import { type FeedMessageKey, sayFeed } from './say-feed.ts';
import { deskOfServer, deskOfStore, type WebhooksDesk } from './webhooks-desk.ts';

type Run = (
  desk: WebhooksDesk,
  args: readonly string[],
  options: Record<string, string | boolean>,
) => Promise<string>;

/** `ufuq webhooks`: who is told of changes, how it goes, and what could not be delivered. */
export function addWebhooks(program: Command): void {
  const group = program.command('webhooks').description(sayFeed('verb.webhooks'));
  const id = ['<ID>', 'argument.webhook'] as const;
  const letter = ['[POSITION]', 'argument.letter'] as const;
  const json = (verb: Command) => verb.option('--json', say('option.json'));

  addVerb(json(group.command('list')), 'verb.webhooks-list', [], async (desk, _, options) => {
    const found = await desk.list();
    return options.json ? JSON.stringify(found, null, 2) : tableOfWebhooks(found);
  });
  addVerb(
    wishOptions(json(group.command('add'))),
    'verb.webhooks-add',
    [['<URL>', 'argument.target']],
    async (desk, [target], options) => {
      const made = await desk.make({ title: target, target, ...wishOf(options) });
      if (options.json) return JSON.stringify(made, null, 2);
      return `${sayFeed('webhooks.made', { id: made.id })}\n${sayFeed('webhooks.secret', { secret: made.secret })}`;
    },
  );
  addVerb(
    wishOptions(json(group.command('set')))
      .option('--target <URL>', sayFeed('argument.target'))
      .option('--state <STATE>', sayFeed('option.state')),
    'verb.webhooks-set',
    [id],
    async (desk, [of], options) => {
      const changed = await desk.change(of!, wishOf(options));
      return options.json ? JSON.stringify(changed, null, 2) : tableOfWebhooks([changed]);
    },
  );
  addVerb(
    group.command('remove').option('--yes', say('option.yes')),
    'verb.webhooks-remove',
    [id],
    async (desk, [of], { yes }) => {
      if (!yes) throw new Refusal(sayFeed('webhooks.remove-asks', { id: of! }));
      await desk.remove(of!);
      return sayFeed('webhooks.removed', { id: of! });
    },
  );
  addVerb(group.command('secret'), 'verb.webhooks-secret', [id], async (desk, [of]) =>
    sayFeed('webhooks.secret', { secret: await desk.rotate(of!) }),
  );
  addVerb(
    json(group.command('dead-letters')).option('--settled', sayFeed('option.settled')),
    'verb.webhooks-letters',
    [id],
    async (desk, [of], options) => {
      const found = await desk.letters(of!, options.settled === true);
      return options.json ? JSON.stringify(found, null, 2) : tableOfLetters(found);
    },
  );
  addVerb(group.command('redeliver'), 'verb.webhooks-redeliver', [id, letter], async (desk, [of, position]) =>
    sayFeed('webhooks.queued', { count: String(await desk.redeliver(of!, numberOf(position))) }),
  );
  addVerb(
    group.command('dismiss').requiredOption('--reason <TEXT>', sayFeed('option.reason')),
    'verb.webhooks-dismiss',
    [id, letter],
    async (desk, [of, position], { reason }) =>
      sayFeed('webhooks.dismissed', {
        count: String(await desk.dismiss(of!, String(reason), numberOf(position))),
      }),
  );
}

function addVerb(
  verb: Command,
  description: FeedMessageKey,
  args: readonly (readonly [string, FeedMessageKey])[],
  run: Run,
): void {
  verb.description(sayFeed(description));
  for (const [name, key] of args) verb.argument(name, sayFeed(key));
  addSettings(verb, [...storeSettings, 'publicUrl', 'webhookTargets']).action(async (...all: unknown[]) => {
    const command = all.at(-1) as Command;
    const { config } = readConfig(command);
    const given = all.slice(0, args.length) as string[];
    const work = (desk: WebhooksDesk) => run(desk, given, command.opts());
    const text = await reachStore<string>(config, {
      server: (server) => work(deskOfServer(server)),
      store: (store) => work(deskOfStore(store, config)),
    });
    process.stdout.write(`${text}\n`);
  });
}

function wishOptions(verb: Command): Command {
  return verb
    .option('--title <TEXT>', sayFeed('option.title'))
    .option('--registers <IDS>', sayFeed('option.registers'))
    .option('--filter <CQL2>', sayTransfer('option.filter'))
    .option('--bbox <BOX>', sayTransfer('option.bbox'))
    .option('--types <KINDS>', sayFeed('option.types'))
    .option('--audience <WHO>', sayFeed('option.audience'))
    .option('--max-attempts <COUNT>', sayFeed('option.max-attempts'))
    .option('--on-dead-letter <ACT>', sayFeed('option.on-dead-letter'))
    .option('--since <POSITION>', sayFeed('option.since'));
}

/** Options as members of a wish; what is wrong with them is found where the wish is read. */
function wishOf(options: Record<string, string | boolean>): object {
  const wish: Record<string, unknown> = {};
  for (const name of ['title', 'target', 'filter', 'audience', 'onDeadLetter', 'state'])
    if (options[name] !== undefined) wish[name] = options[name];
  for (const name of ['registers', 'types'])
    if (options[name] !== undefined) wish[name] = String(options[name]).split(',');
  for (const name of ['maxAttempts', 'since'])
    if (options[name] !== undefined) wish[name] = Number(options[name]);
  if (options.bbox !== undefined) wish.bbox = String(options.bbox).split(',').map(Number);
  return wish;
}

function numberOf(position: string | undefined): number | undefined {
  if (position === undefined) return undefined;
  if (!/^\d{1,15}$/.test(position)) throw new Refusal(`${sayFeed('argument.letter')}: ${position}`, 2);
  return Number(position);
}

function tableOfWebhooks(found: readonly Webhook[]): string {
  if (found.length === 0) return sayFeed('webhooks.none');
  const head = (['id', 'title', 'state', 'lag', 'dead', 'success'] as const).map((key) =>
    sayFeed(`webhooks.${key}`),
  );
  const rows = found.map(({ id, title, state, reason, lag, deadLetters, lastSuccessAt }) => [
    id,
    title,
    reason === null ? state : `${state} (${reason})`,
    String(lag),
    String(deadLetters),
    lastSuccessAt?.slice(0, 16).replace('T', ' ') ?? '–',
  ]);
  return textTable(head, rows, [3, 4]);
}

function tableOfLetters(found: readonly DeadLetter[]): string {
  if (found.length === 0) return sayFeed('webhooks.no-letters');
  const head = (['position', 'attempts', 'failure', 'state', 'excerpt'] as const).map((key) =>
    sayFeed(`webhooks.${key}`),
  );
  const rows = found.map(({ position, attempts, failure, status, state, excerpt }) => [
    String(position),
    String(attempts),
    status === null ? failure : `${failure} ${status}`,
    state,
    (excerpt ?? '').slice(0, 60),
  ]);
  return textTable(head, rows, [0, 1]);
}
