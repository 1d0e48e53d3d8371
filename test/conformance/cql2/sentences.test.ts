import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { message } from '../../../src/kernel/i18n/message.ts';

const folder = join(import.meta.dirname, '../../../src/kernel/query');

it('every fault of a filter has its sentence', () => {
  const codes = new Set<string>();
  for (const file of filesOf(folder))
    for (const [, code] of readFileSync(file, 'utf8').matchAll(/'(cql2-[a-z-]+)'/g)) codes.add(code!);
  for (const language of ['cql2-text', 'cql2-json']) codes.delete(language);
  expect(codes.size).toBeGreaterThan(30);
  expect([...codes].filter((code) => !message.has(`violation.${code}`))).toEqual([]);
});

function filesOf(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(root, name));
}
