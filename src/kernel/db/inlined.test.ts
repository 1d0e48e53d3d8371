import sql from 'sql-template-tag';
import { expect, test } from 'vitest';
import { inlined } from './inlined.ts';

test('values stand in the text as the literals that the server would have been sent', () => {
  const names = ["O'Neill", 'a\\b'];
  const statement = sql`select ${names}::text[], ${null}::int, ${-1.5}::float8, ${'$1 ?'}::text`;
  expect(inlined(statement)).toBe(
    `select '{"O''Neill","a\\\\b"}'::text[], null::int, '-1.5'::float8, '$1 ?'::text`,
  );
});

test('a statement without values is itself', () => {
  expect(inlined(sql`select 1`)).toBe('select 1');
});
