import { ConfigError } from '../kernel/config.ts';
import { DatabaseError } from '../kernel/db/database-error.ts';
import { NewerSchemaError } from '../kernel/db/migrate.ts';
import { BlobStoreError } from '../kernel/documents/blob-store.ts';
import { Problem } from '../kernel/errors.ts';
import { problemDocument } from '../kernel/http/problem-document.ts';
import { FolderInUseError } from '../server/data-folder/lock.ts';
import { StoreDamagedError, StoreElsewhereError } from '../server/open-store.ts';
import { PackDocumentError } from '../server/pack-documents.ts';
import { PackError } from '../server/pack-files.ts';
import { BindRefusedError } from '../server/start-server.ts';
import { Refusal } from './refusal.ts';
import { say, terminalLanguage } from './say.ts';

/** The sentence of an error for the person at the terminal; undefined where nobody foresaw it. */
export function failureSentence(error: unknown): string | undefined {
  if (error instanceof Refusal) return error.message;
  if (error instanceof ConfigError)
    return error.faults
      .map(({ where, code, params }) => say(`setting.${code}`, { where, ...params }))
      .join('\n');
  if (error instanceof FolderInUseError) return folderInUse(error);
  if (error instanceof BindRefusedError) return say('refused.bind', { host: error.message });
  if (error instanceof NewerSchemaError)
    return say('refused.newer-schema', { found: String(error.found), known: String(error.known) });
  if (error instanceof PackError)
    return say('refused.pack', { pack: error.pack, packs: error.packs.join(', ') });
  if (error instanceof PackDocumentError) return say('refused.pack-document', { file: error.file });
  if (error instanceof StoreDamagedError)
    return say('refused.store-damaged', { folder: error.folder, reason: error.message });
  if (error instanceof StoreElsewhereError) return say('refused.store-elsewhere', { folder: error.folder });
  if (error instanceof Problem) return problemSentence(error);
  if (error instanceof BlobStoreError)
    return say('doctor.documents.unreachable', { place: '', reason: error.message });
  if (error instanceof DatabaseError && /^(08|28|3D|53)/.test(error.code))
    return say('refused.database', { reason: error.message });
  return systemSentence(error);
}

/** What a problem says, every violation on a line of its own. */
export function problemSentence(problem: Problem): string {
  const { detail, errors = [] } = problemDocument(problem, terminalLanguage());
  return [detail, ...errors.map((each) => `  ${each.pointer}: ${each.detail}`)].join('\n');
}

function folderInUse({ folder, holder }: FolderInUseError): string {
  const pid = String(holder.pid);
  return holder.purpose === 'server'
    ? say('refused.folder-server', { folder, url: holder.url ?? '', pid })
    : say('refused.folder-verb', { folder, pid });
}

/** Errors of the operating system that an operator can put right. */
function systemSentence(error: unknown): string | undefined {
  const { code, syscall, path, address, port, message } = error as NodeJS.ErrnoException & {
    address?: string;
    port?: number;
  };
  if (syscall === 'listen') {
    if (code === 'EADDRINUSE') return say('refused.port', { port: String(port), host: address ?? '' });
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      return say('refused.address', { host: address ?? '' });
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT' || syscall === 'getaddrinfo')
    return say('refused.database', { reason: message || code || '' });
  if (path !== undefined && (code === 'ENOENT' || code === 'EISDIR' || code === 'EEXIST'))
    return say('refused.path', { path, reason: code });
  if (code === 'ENOSPC') return say('refused.disk-full');
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOTDIR')
    return say('refused.folder', { folder: path ?? '', reason: code });
  return undefined;
}
