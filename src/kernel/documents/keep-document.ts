import type { Readable } from 'node:stream';
import { Problem } from '../errors.ts';
import type { Intent, WriteContext } from '../log/intent.ts';
import type { RecordView } from '../query/question.ts';
import type { Cql2Expression } from '../query/tree.ts';
import type { Services } from '../services.ts';
import type { Documents, JudgedDocument } from './documents.ts';

/** Register whose records are the documents. */
export const documentsRegister = 'documents';

/** What is said of a document that comes in; what is not given is left open. */
export interface DocumentDetails {
  readonly title?: string | undefined;
  readonly fileName?: string | undefined;
  readonly issuer?: string | undefined;
  /** Date, `YYYY-MM-DD`. */
  readonly issued?: string | undefined;
  readonly secrecy?: string | undefined;
  readonly label?: string | undefined;
  readonly source?: string | undefined;
}

/** A record that a document is evidence for. */
export interface AttachTarget {
  readonly register: string;
  readonly record: string;
}

export interface KeptDocument {
  /** Name of its record: SHA-256 of its bytes, of a restricted one with the salt before them. */
  readonly hash: string;
  /** False where the register had it already. */
  readonly isNew: boolean;
  /** What the register says of it, or would say. */
  readonly properties: Readonly<Record<string, unknown>>;
}

type Kernel = Pick<Services, 'reader' | 'writer'>;

/** Times that a record is read again where somebody changed it meanwhile. */
const attempts = 5;

/**
 * Takes in a document and makes it evidence of a record where one is named, in one batch of the log. Its bytes are on the
 * disk before the log speaks of them. One that is there already is not stored twice.
 * @throws {Problem} what `Documents.receive` and the writer throw; `record-not-found` where there is no such record
 */
export async function keepDocument(
  { reader, writer }: Kernel,
  documents: Documents,
  source: Readable,
  details: DocumentDetails,
  context: WriteContext & { readonly to?: AttachTarget | undefined },
): Promise<KeptDocument> {
  const { to, ...write } = context;
  if (write.caller.kind !== 'administrator') throw new Problem('not-authorised');
  if (to) await targetOf(reader, to, write);
  const isConcealed = details.secrecy === 'restricted';
  return await documents.receive(source, isConcealed, async (document) => {
    const present = await presentDocument(reader, document, write.caller);
    const hash = present?.id ?? document.hash;
    const properties = present?.properties ?? propertiesOf(document, details);
    const own: Intent[] = present ? [] : [documentIntent(hash, properties)];
    for (let attempt = 1; ; attempt++) {
      const intents = [...own, ...(to ? await evidenceIntents(reader, to, hash, write) : [])];
      try {
        await writer.write(intents, { ...write, dryRun: true });
        if (write.dryRun) break;
        // Also where the record stands already: its bytes may be damaged, and these are right.
        await document.store(hash, properties.salt);
        await writer.write(intents, write);
        break;
      } catch (error) {
        const isRace = error instanceof Problem && error.id === 'precondition-failed';
        if (!isRace || attempt === attempts) throw error;
      }
    }
    return { hash, isNew: !present, properties };
  });
}

/** The record of the same bytes: under their hash, or, to who may see it, under a name that only its salt explains. */
async function presentDocument(
  reader: Kernel['reader'],
  { contentHash, salt }: JudgedDocument,
  caller: WriteContext['caller'],
): Promise<RecordView | undefined> {
  const question = { register: documentsRegister, caller };
  const named = await reader.item(question, contentHash);
  if (named || salt === undefined) return named;
  const filter: Cql2Expression = { op: '=', args: [{ property: 'content_sha256' }, contentHash] };
  return (await reader.page({ ...question, filter, limit: 1 })).records[0];
}

function propertiesOf(document: JudgedDocument, details: DocumentDetails): Record<string, unknown> {
  const { hash, salt, contentHash, size, mediaType, scan } = document;
  const title = details.title ?? details.fileName ?? hash.slice(0, 12);
  const properties = {
    title,
    media_type: mediaType,
    size,
    scan,
    file_name: details.fileName,
    issuer: details.issuer,
    issued: details.issued,
    secrecy: details.secrecy ?? 'public',
    salt,
    content_sha256: salt && contentHash,
    label: details.label ?? 'real',
    source: details.source ?? details.issuer ?? title,
  };
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));
}

function documentIntent(record: string, properties: KeptDocument['properties']): Intent {
  return { verb: 'replace', register: documentsRegister, record, body: { properties, geometry: null } };
}

/** The record as it is now, or as it last was or will be. */
async function targetOf(
  reader: Kernel['reader'],
  { register, record }: AttachTarget,
  { caller }: WriteContext,
): Promise<RecordView> {
  const always = { from: null, to: null };
  const found =
    (await reader.item({ register, caller }, record)) ??
    (await reader.item({ register, caller, datetime: always }, record));
  if (!found) throw new Problem('record-not-found', { register, record });
  if (!('evidence' in found.properties)) throw new Problem('no-evidence-field', { register });
  return found;
}

/** The change that adds the document to the evidence of a record, for all of the time that its row holds. */
async function evidenceIntents(
  reader: Kernel['reader'],
  to: AttachTarget,
  hash: string,
  write: WriteContext,
): Promise<Intent[]> {
  const target = await targetOf(reader, to, write);
  const evidence = (target.properties.evidence ?? []) as readonly string[];
  if (evidence.includes(hash)) return [];
  const properties = { evidence: [...evidence, hash] };
  return [{ verb: 'update', ...to, properties, valid: target.valid, ifMatch: [target.knownFrom] }];
}
