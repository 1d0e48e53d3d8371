import { createReadStream, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import type { Config } from '../../kernel/config.ts';
import { keepDocument } from '../../kernel/documents/keep-document.ts';
import { readDocumentParameters } from '../../server/documents/document-parameters.ts';
import { type DocumentReceipt, documentReceipt } from '../../server/documents/take-document.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { refusalOf } from '../server-client.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { sayDocuments } from './say-documents.ts';

interface AttachOptions {
  readonly to?: string;
  readonly title?: string;
  readonly source?: string;
  readonly issuer?: string;
  readonly issued?: string;
  readonly legalBasis?: string;
  readonly restricted?: boolean;
  readonly json?: boolean;
}

const words = ['to', 'title', 'source', 'issuer', 'issued', 'legalBasis'] as const;

/** `ufuq attach FILE --to REGISTER/RECORD`: through the running server where there is one, else in the store itself. */
export function addAttach(program: Command): void {
  const verb = program
    .command('attach')
    .argument('<FILE>', sayDocuments('argument.file'))
    .description(sayDocuments('verb.attach'))
    .option('--to <REGISTER/RECORD>', sayDocuments('option.to'))
    .option('--title <TEXT>', sayDocuments('option.title'))
    .option('--source <TEXT>', sayDocuments('option.source'))
    .option('--issuer <TEXT>', sayDocuments('option.issuer'))
    .option('--issued <DATE>', sayDocuments('option.issued'))
    .option('--legal-basis <TEXT>', sayDocuments('option.legal-basis'))
    .option('--restricted', sayDocuments('option.restricted'))
    .option('--json', 'JSON');
  addSettings(verb, [...storeSettings, 'documents', 'scanner', 'limits.documentBytes']).action(
    async (file: string, options: AttachOptions, command: Command) => {
      const path = readable(file);
      const receipt = await attach(readConfig(command).config, path, queryOf(path, options));
      process.stdout.write(
        options.json ? `${JSON.stringify(receipt, null, 2)}\n` : sentences(receipt, options),
      );
    },
  );
}

function queryOf(path: string, options: AttachOptions): Record<string, string> {
  const query: Record<string, string> = { fileName: basename(path) };
  for (const name of words) if (options[name] !== undefined) query[name] = options[name];
  if (options.restricted) query.secrecy = 'restricted';
  return query;
}

async function attach(config: Config, path: string, query: Record<string, string>): Promise<DocumentReceipt> {
  const { details, to, legalBasis } = readDocumentParameters(query);
  return await reachStore<DocumentReceipt>(config, {
    server: async (server) => {
      const response = await server.request(`documents?${new URLSearchParams(query)}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Readable.toWeb(createReadStream(path)) as ReadableStream,
        duplex: 'half',
      } as RequestInit);
      if (!response.ok) throw await refusalOf(response);
      return (await response.json()) as DocumentReceipt;
    },
    store: async ({ services }) => {
      const context = { caller: administrator, cause: 'cli', to, ...(legalBasis ? { legalBasis } : {}) };
      const kept = await keepDocument(services, services.documents, createReadStream(path), details, context);
      return documentReceipt(kept, config.publicUrl ?? '');
    },
  });
}

function sentences({ sha256, isNew, mediaType, size }: DocumentReceipt, { to }: AttachOptions): string {
  const params = { hash: sha256, type: String(mediaType), size: String(size) };
  const kept = sayDocuments(isNew ? 'attach.kept' : 'attach.known', params);
  return to === undefined ? `${kept}\n` : `${kept}\n${sayDocuments('attach.attached', { target: to })}\n`;
}

function readable(file: string): string {
  const path = resolve(file);
  try {
    if (statSync(path).isFile()) return path;
  } catch (error) {
    throw new Refusal(sayDocuments('attach.unreadable', { file, reason: (error as Error).message }));
  }
  throw new Refusal(sayDocuments('attach.unreadable', { file, reason: 'EISDIR' }));
}
