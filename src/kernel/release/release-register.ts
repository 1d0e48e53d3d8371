import { join } from 'node:path';
import sql from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import type { Queryable } from '../db/database.ts';
import type { HashedFile } from '../documents/blob-store.ts';
import type { Position } from '../log/entry.ts';
import type { Services } from '../services.ts';
import { HashedWriter } from './hashed-file.ts';
import { heldPositions } from './held-positions.ts';
import { type ManifestFile, type ManifestRegister, proofFile, recordsFile } from './manifest.ts';
import { rangesBeside } from './multi-proof.ts';
import { provenLines } from './proven-lines.ts';
import type { RecordLine } from './record-line.ts';
import { recordSchema } from './record-schema.ts';
import { publicDeclaration, registerAt } from './register-at.ts';
import { RegisterSummary } from './register-summary.ts';
import { hashesOfRanges } from './release-log.ts';
import type { ReleaseQuestion } from './release-question.ts';
import { openRenditions } from './renditions.ts';

export interface ReleasedRegister {
  readonly register: ManifestRegister;
  readonly files: readonly { readonly entry: ManifestFile; readonly file: HashedFile }[];
}

export interface ReleaseWork {
  /** Folder that the files are written into. */
  readonly folder: string;
  readonly question: ReleaseQuestion;
  readonly recordedAt: string;
  /** Size of the signed tree. */
  readonly size: number;
  readonly signal?: AbortSignal | undefined;
  readonly onRecords: (written: number) => void;
}

/** Writes the files of one register: its records with what proves them, and every rendition, in one pass. */
export async function releaseRegister(
  services: Services,
  id: string,
  positions: Float64Array,
  work: ReleaseWork,
): Promise<ReleasedRegister> {
  const { database, registry } = services;
  const { folder, question, recordedAt, size, signal, onRecords } = work;
  const at = await registerAt(database, registry, id, question.position);
  const { register, fields } = at;
  const seen = new Set(fields.map(({ name }) => name));
  const summary = new RegisterSummary();
  const records = new HashedWriter(join(folder, recordsFile(id)));
  const proof = new HashedWriter(join(folder, proofFile(id)));
  const layer = { id, title: register.title.en, fields, geometry: register.geometry };
  const renditions = openRenditions(
    folder,
    { ...layer, records: positions.length, recordedAt },
    question.formats,
    signal,
  );
  try {
    for await (const lines of provenLines(database, positions, seen)) {
      signal?.throwIfAborted();
      const parsed = lines.map(({ text }) => JSON.parse(text) as RecordLine);
      for (const [i, record] of parsed.entries()) summary.add(record, lines[i]!.isWhole);
      await records.write(lines.map(({ text }) => `${text}\n`).join(''));
      await proof.write(Buffer.concat(lines.map(({ leaf }) => leaf)));
      await renditions.write(parsed);
      onRecords(lines.length);
    }
    for await (const hash of hashesOfRanges(database, size, rangesBeside(positions, size)))
      await proof.write(hash);
    const made = await renditions.finish();
    const [recordsMade, proofMade] = [await records.finish(), await proof.finish()];
    const own = { register: id } as const;
    const entryOf = ({ hash, size: bytes }: HashedFile) => ({ bytes, sha256: hash });
    return {
      register: {
        id,
        declaration: publicDeclaration(at),
        schema: recordSchema(fields),
        restricted: { rows: at.hasRowRule, fields: at.hasHiddenFields },
        ...summary.facts,
        erased: await erasedBefore(database, registry.numberOf(id), question.position),
        completeness: await completenessOf(services, id, question, recordedAt),
      },
      files: [
        {
          file: recordsMade,
          entry: {
            ...own,
            name: recordsFile(id),
            role: 'records',
            format: 'records',
            mediaType: 'application/geo+json-seq',
            ...entryOf(recordsMade),
          },
        },
        {
          file: proofMade,
          entry: {
            ...own,
            name: proofFile(id),
            role: 'proof',
            format: 'proof',
            mediaType: 'application/octet-stream',
            ...entryOf(proofMade),
          },
        },
        ...made.map(({ format, name, mediaType, file }) => ({
          file,
          entry: { ...own, name, role: 'rendition', format, mediaType, ...entryOf(file) } as const,
        })),
      ],
    };
  } finally {
    await renditions.abort();
    records.close();
    proof.close();
  }
}

/** Positions of what a register's release holds. @throws {Problem} `register-not-found` */
export async function positionsOf(
  { database, registry }: Services,
  id: string,
  { question, recordedAt, signal }: Pick<ReleaseWork, 'question' | 'recordedAt' | 'signal'>,
): Promise<Float64Array> {
  const { position, datetime } = question;
  await registerAt(database, registry, id, position);
  const register = registry.require(id);
  const held = { register, position, datetime, recordedAt: Date.parse(recordedAt), signal };
  return await heldPositions(database, held);
}

/** Entries of a register up to a position whose bodies were erased by law since. */
async function erasedBefore(db: Queryable, number: number, position: Position): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    select count(*) as count from ufuq.erasure x join ufuq.entry e on e.position = x.position
    where e.register = ${number}::int and x.position <= ${position}::bigint`);
  return Number(row!.count);
}

const statements = 'completeness-statements';

/** The statements that a register is complete, as everybody saw them at the position. */
async function completenessOf(
  { registry, reader }: Services,
  id: string,
  { position, datetime }: ReleaseQuestion,
  recordedAt: string,
): Promise<readonly unknown[]> {
  const register = registry.get(statements);
  if (register?.access.read !== 'public') return [];
  const instant = datetime ?? recordedAt;
  const found: unknown[] = [];
  const asked = {
    register: statements,
    caller: anonymous,
    asOf: position,
    datetime: { from: instant, to: instant },
  };
  for await (const records of reader.stream(asked))
    for (const record of records)
      if (record.properties.register === id) {
        const { entry, geometry, id: statement, properties } = record;
        found.push({ entry, geometry, id: statement, properties });
      }
  return found;
}
