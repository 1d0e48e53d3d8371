import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import type { Config } from '../../kernel/config.ts';
import { documentsRegister } from '../../kernel/documents/keep-document.ts';
import { reachStore } from '../reach-store.ts';
import { say } from '../say.ts';
import type { ServerClient } from '../server-client.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { sayDocuments } from './say-documents.ts';

interface ListedDocument {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** `ufuq documents`: what is kept, of what type and size, and who may see it. */
export function addDocuments(program: Command): void {
  const verb = program
    .command('documents')
    .description(sayDocuments('verb.documents'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: { json?: boolean }, command: Command) => {
    const documents = await listed(readConfig(command).config);
    process.stdout.write(`${options.json ? JSON.stringify(documents, null, 2) : tableOf(documents)}\n`);
  });
}

async function listed(config: Config): Promise<readonly ListedDocument[]> {
  return await reachStore<readonly ListedDocument[]>(config, {
    server: listedByServer,
    store: async ({ services }) => {
      const found: ListedDocument[] = [];
      const question = { register: documentsRegister, caller: administrator };
      for await (const batch of services.reader.stream(question))
        found.push(...batch.map(({ id, properties }) => ({ id, properties })));
      return found;
    },
  });
}

interface FeaturePage {
  readonly features: readonly ListedDocument[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
}

async function listedByServer(server: ServerClient): Promise<readonly ListedDocument[]> {
  const found: ListedDocument[] = [];
  let path: string | undefined = `collections/${documentsRegister}/items?limit=1000`;
  while (path !== undefined) {
    const page: FeaturePage = await server.json<FeaturePage>(path, {
      headers: { accept: 'application/geo+json' },
    });
    found.push(...page.features.map(({ id, properties }) => ({ id, properties })));
    const next = page.links.find(({ rel }) => rel === 'next');
    path = next?.href.slice(next.href.indexOf('/collections/') + 1);
  }
  return found;
}

function tableOf(documents: readonly ListedDocument[]): string {
  if (documents.length === 0) return sayDocuments('documents.none');
  const head = (['hash', 'title', 'type', 'size', 'scan', 'secrecy'] as const).map((name) =>
    sayDocuments(`documents.${name}`),
  );
  const rows = documents.map(({ id, properties }) => [
    id.slice(0, 16),
    ...['title', 'media_type', 'size', 'scan', 'secrecy'].map((name) => String(properties[name] ?? '')),
  ]);
  return textTable(head, rows, [3]);
}
