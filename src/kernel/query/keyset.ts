import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Language } from '../i18n/language.ts';
import { columnType, systemColumns as system } from '../register/columns.ts';
import type { Field } from '../register/declaration.ts';
import { propertyColumn } from '../register/row.ts';
import type { Cursor } from './cursor.ts';
import type { SortKey } from './question.ts';

/** Column, direction and type of one sort key; the last key is always `born`, which no two records share. */
interface Key {
  readonly column: Sql;
  readonly descending: boolean;
  readonly type: string;
}

/** Keys of an order: the fields asked for, then the order in which records came to be. */
export function keysOf(sortBy: readonly SortKey[], fields: readonly Field[]): readonly Key[] {
  const asked = sortBy.map(({ field, descending, language = 'en' }) => {
    const declared = fields.find(({ name }) => name === field)!;
    if (declared.type === 'localized')
      return { column: textOf(propertyColumn(field), language), descending, type: textType };
    return { column: propertyColumn(field), descending, type: columnType(declared) };
  });
  return [...asked, { column: raw(`t.${system.born}`), descending: false, type: 'bigint' }];
}

const textType = columnType({ type: 'string' });

/** The text that a reader of a language is shown, as `textIn` chooses it. */
function textOf(column: Sql, language: Language): Sql {
  const others = sql`(select l.value from jsonb_each_text(${column}) l order by l.key limit 1)`;
  return sql`(coalesce(${column} ->> ${language}::text, ${column} ->> 'en', ${others}) collate "C")`;
}

/** The values of the keys but `born`, to be selected so that a cursor can hold what the database compares. */
export function selectKeys(keys: readonly Key[]): Sql {
  return join(keys.slice(0, -1).map(({ column }, index) => sql`${column} as ${raw(keyName(index))}`));
}

/** Name of a key's value among the columns that `selectKeys` selects. */
export function keyName(index: number): string {
  return `_s${index}`;
}

export function orderBy(keys: readonly Key[]): Sql {
  return join(
    keys.map((key) => sql`${key.column} ${raw(key.descending ? 'desc nulls last' : 'asc nulls last')}`),
  );
}

/** Rows that come after the cursor: for some key greater, for all keys before it equal. Nulls come last either way. */
export function comesAfter(keys: readonly Key[], after: Cursor['after']): Sql {
  if (keys.length === 1) return isAfter(keys[0]!, after[0]!)!;
  const cases: Sql[] = [];
  for (const [index, key] of keys.entries()) {
    const greater = isAfter(key, after[index]!);
    if (!greater) continue;
    const ties = keys.slice(0, index).map((tie, i) => isSame(tie, after[i]!));
    cases.push(sql`(${join([...ties, greater], ' and ')})`);
  }
  return sql`(${join(cases, ' or ')})`;
}

function isAfter(key: Key, value: Cursor['after'][number]): Sql | undefined {
  if (value === null) return undefined;
  const than = sql`${String(value)}::text::${raw(key.type)}`;
  const greater = sql`${key.column} ${raw(key.descending ? '<' : '>')} ${than}`;
  return key.type === 'bigint' && key.column.sql.endsWith(system.born)
    ? greater
    : sql`(${greater} or ${key.column} is null)`;
}

function isSame(key: Key, value: Cursor['after'][number]): Sql {
  if (value === null) return sql`${key.column} is null`;
  return sql`${key.column} = ${String(value)}::text::${raw(key.type)}`;
}
