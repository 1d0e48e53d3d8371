import type { Command } from 'commander';
import { type CountDocument, countDocument } from '../../kernel/completeness/count-document.ts';
import { takeCount } from '../../kernel/completeness/take-count.ts';
import { messenger } from '../../kernel/i18n/messenger.ts';
import { parseGroupKeys } from '../../kernel/query/group-key.ts';
import type { Register } from '../../kernel/register/register.ts';
import type { Services } from '../../kernel/services.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say, terminalLanguage } from '../say.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { type QuestionOptions, questionOf, questionQuery } from '../transfer/export-question.ts';
import { sayTransfer } from '../transfer/say-transfer.ts';
import { countCliMessages } from './messages.ts';

interface CountOptions extends QuestionOptions {
  readonly groupBy?: string;
  readonly token?: string;
  readonly json?: boolean;
}

/** The document, and where the next page of groups begins. */
export type CountAnswer = CountDocument & { readonly next?: string };

const message = messenger(countCliMessages);
const sayCount = (key: Parameters<typeof message>[1], params = {}) =>
  message(terminalLanguage(), key, params);

/** `ufuq count REGISTER`: how many there were on a date, as known at another, and who answers for the number. */
export function addCount(program: Command): void {
  const verb = program
    .command('count')
    .argument('<REGISTER>', sayCount('argument.count-register'))
    .description(sayCount('verb.count'))
    .option('--datetime <TIME>', sayTransfer('option.datetime'))
    .option('--as-of <TIME>', sayTransfer('option.as-of'))
    .option('--filter <CQL2>', sayTransfer('option.filter'))
    .option('--bbox <BOX>', sayTransfer('option.bbox'))
    .option('--group-by <FIELDS>', sayCount('option.group-by'))
    .option('--token <TOKEN>', sayCount('option.token'))
    .option('--json', say('option.json'));
  addSettings(verb, ['data', 'database']).action(
    async (register: string, options: CountOptions, command: Command) => {
      const { config } = readConfig(command);
      const answer = await reachStore<CountAnswer>(config, {
        server: async (server) => {
          const query = questionQuery(options);
          if (options.groupBy !== undefined) query.set('groupBy', options.groupBy);
          if (options.token !== undefined) query.set('token', options.token);
          const found = await server.json<CountDocument & { links: { rel: string; href: string }[] }>(
            `collections/${encodeURIComponent(register)}/count?${query}`,
          );
          const { links, ...document } = found;
          const href = links.find(({ rel }) => rel === 'next')?.href;
          const token = href && new URL(href).searchParams.get('token');
          return { ...document, ...(token ? { next: token } : {}) };
        },
        store: ({ services }) => countInStore(services, register, options),
      });
      process.stdout.write(`${options.json ? JSON.stringify(answer, null, 2) : countText(answer)}\n`);
    },
  );
}

/** The same answer as the server's, from the store itself. @throws {Refusal} {FilterError} */
export async function countInStore(
  services: Services,
  register: string,
  { groupBy, token, ...options }: CountOptions,
): Promise<CountAnswer> {
  const question = questionOf(services.registry, register, options);
  const counted = await takeCount(services, {
    ...question,
    ...(groupBy === undefined ? {} : { groupBy: keysOf(services.registry.require(register), groupBy) }),
    ...(token === undefined ? {} : { token }),
  });
  const document = countDocument(counted, {
    language: terminalLanguage(),
    asked: question,
    address: (id, record) => `/collections/${encodeURIComponent(id)}/items/${encodeURIComponent(record)}`,
  });
  return { ...document, ...(counted.groups?.next ? { next: counted.groups.next } : {}) };
}

function keysOf(register: Register, text: string) {
  const parsed = parseGroupKeys(text, register.fields);
  if ('value' in parsed) return parsed.value;
  throw new Refusal(sayCount('count.group-field', { allowed: '', ...parsed.params }), 2);
}

/** What the terminal shows. */
export function countText({ sentence, statements, groups, numberOfGroups, next }: CountAnswer): string {
  const lines = [sentence];
  for (const { custodian, basis } of statements)
    lines.push(`  ${sayCount('count.stated', { custodian: custodian.title, basis })}`);
  if (groups !== undefined && groups.length > 0) {
    const keys = Object.keys(groups[0]!.titles);
    const head = [...keys, sayCount('count.column-count'), sayCount('count.column-undated')];
    const rows = groups.map(({ titles, count, undated }) => [
      ...keys.map((key) => titles[key]!),
      String(count),
      String(undated),
    ]);
    lines.push('', textTable(head, rows, [keys.length, keys.length + 1]));
    if (next !== undefined)
      lines.push(sayCount('count.more', { shown: groups.length, all: numberOfGroups ?? 0, token: next }));
  }
  return lines.join('\n');
}
