import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packFiles } from './files.ts';

/** Writes the Azerbaijan pack anew; the same sources give the same bytes. */
const folder = join(import.meta.dirname, '../../packs/azerbaijan');
rmSync(join(folder, 'records'), { recursive: true, force: true });
let bytes = 0;
const files = packFiles();
for (const [path, content] of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  bytes += Buffer.byteLength(content);
}
process.stdout.write(`${files.size} files, ${(bytes / 1e6).toFixed(2)} MB\n`);
