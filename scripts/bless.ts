import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referencePages } from './docs/reference.ts';

/** Writes everything that is generated and committed: the reference pages of the documentation. */
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'docs', 'reference');
rmSync(join(folder, 'registers'), { recursive: true, force: true });
for (const [path, text] of referencePages()) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
console.log(`${referencePages().size} pages written to docs/reference`);
