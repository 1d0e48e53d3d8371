import { createHash } from 'node:crypto';
import { raw } from 'sql-template-tag';
import type { Queryable } from '../db/database.ts';
import { columnOf, columnType, quote, stillKnown, systemColumns as system, tableOf } from './columns.ts';
import type { Field } from './declaration.ts';
import type { Register } from './register.ts';
import { predecessorsField, rulesOf } from './rule.ts';

/**
 * Makes the table of a register: one row per record, valid period and span of log positions in which it was known.
 * Rows are closed, never deleted, so every past answer stays answerable. Indexes are made by `createIndexes`.
 */
export async function createTable(db: Queryable, register: Register): Promise<void> {
  const columns = [
    `${system.entry} bigint not null`,
    `${system.record} text collate "C" not null`,
    `${system.born} bigint not null`,
    `${system.validFrom} timestamptz not null`,
    `${system.validTo} timestamptz not null`,
    `${system.knownFrom} bigint not null`,
    `${system.knownTo} bigint not null default ${stillKnown}`,
    `${system.geometry} geometry`,
    ...register.fields.map((field) => `${quote(columnOf(field.name))} ${columnType(field)}`),
  ];
  await db.query(raw(`create table ${tableOf(register.id)} (${columns.join(', ')})`));
}

/** Makes the indexes that questions rely on, or some of them; after a bulk load this is much cheaper than before it. */
export async function createIndexes(
  db: Queryable,
  register: Register,
  suffixes?: readonly string[],
): Promise<void> {
  for (const { suffix, how } of indexesOf(register)) {
    if (suffixes && !suffixes.includes(suffix)) continue;
    const name = quote(indexName(register.id, suffix));
    await db.query(raw(`create index if not exists ${name} on ${tableOf(register.id)} ${how}`));
  }
}

export async function dropTable(db: Queryable, registerId: string): Promise<void> {
  await db.query(raw(`drop table if exists ${tableOf(registerId)}`));
}

/** Gives the table of a register, and its indexes, to another id. */
export async function renameTable(db: Queryable, register: Register, to: string): Promise<void> {
  const from = register.id;
  for (const { suffix } of indexesOf(register))
    await db.query(
      raw(
        `alter index if exists register.${quote(indexName(from, suffix))} rename to ${quote(indexName(to, suffix))}`,
      ),
    );
  await db.query(raw(`alter table ${tableOf(from)} rename to ${tableOf(to).slice('register.'.length)}`));
}

/** Adds the columns of fields that a new version of the declaration brought. */
export async function addColumns(db: Queryable, register: Register, fields: readonly Field[]): Promise<void> {
  for (const field of fields) {
    const column = `${quote(columnOf(field.name))} ${columnType(field)}`;
    await db.query(raw(`alter table ${tableOf(register.id)} add column if not exists ${column}`));
  }
}

interface Index {
  readonly suffix: string;
  readonly how: string;
}

function indexesOf(register: Register): readonly Index[] {
  const index = (suffix: string, how: string): Index => ({ suffix, how });
  const statements = [
    index('record', `(${system.record})`),
    index('born', `(${system.born})`),
    index('closed', `(${system.knownTo}) where ${system.knownTo} < ${stillKnown}`),
  ];
  if (register.geometry) statements.push(index('place', `using gist (${system.geometry})`));
  for (const field of register.fields) {
    const isScalar = !['localized', 'array', 'object'].includes(field.type);
    if (isScalar && (field.indexed || field.unique || field.ref))
      statements.push(index(field.name, `(${quote(columnOf(field.name))})`));
  }
  for (const rule of rulesOf(register, 'unique'))
    statements.push(
      index(`rule:${rule.id}`, `(${rule.fields.map((name) => quote(columnOf(name))).join(', ')})`),
    );
  if (register.lineage)
    statements.push(index(predecessorsField, `using gin (${quote(columnOf(predecessorsField))})`));
  return statements;
}

function indexName(registerId: string, suffix: string): string {
  const name = `${registerId}:${suffix}`;
  if (Buffer.byteLength(name) <= 63) return name;
  return createHash('sha256').update(name).digest('hex').slice(0, 40);
}
