import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run bench -- NAME …`: runs one bench with the rest of the arguments, or says which there are. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== 'main.ts')
  .map((file) => file.slice(0, -3));
const [name = '', ...rest] = process.argv.slice(2);
const path = join(import.meta.dirname, `${name}.ts`);
if (!names.includes(name) || !existsSync(path)) {
  console.log(`npm run bench -- ${names.join(' | ')}`);
  process.exit(name === '' ? 0 : 2);
}
process.argv.splice(1, process.argv.length - 1, path, ...rest);
await import(path);
