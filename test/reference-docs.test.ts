import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { referencePages } from '../scripts/docs/reference.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'reference');

test('the reference pages say what the declarations say (npm run bless)', () => {
  for (const [path, text] of referencePages())
    expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
});
