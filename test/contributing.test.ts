import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { anonymous } from '../src/kernel/access/caller.ts';
import type { Register } from '../src/kernel/register/register.ts';
import { byAdministrator, openKernel } from './engines/kernel.ts';

/** The recipes of CONTRIBUTING.md work as they are written. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'ufuq-recipe-'));
afterAll(() => rmSync(folder, { recursive: true }));

function recipe(name: string): string {
  const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const [, code] = text.split(`<!-- recipe: ${name} -->\n\`\`\`ts\n`);
  return code!.slice(0, code!.indexOf('```'));
}

test('add a register', async () => {
  const kernelUrl = pathToFileURL(join(root, 'src', 'kernel')).href;
  const file = join(folder, 'wells.ts');
  writeFileSync(file, recipe('src/registers/land/wells.ts').replaceAll('../../kernel', kernelUrl));
  const { wells } = (await import(pathToFileURL(file).href)) as { wells: Register };

  const kernel = await openKernel([wells]);
  const body = {
    properties: { depth_m: 40, label: 'synthetic', source: 'test' },
    geometry: { type: 'Point' as const, coordinates: [49.8, 40.4] },
  };
  await kernel.writer.write([{ verb: 'create', register: 'wells', record: 'w1', body }], byAdministrator);
  const page = await kernel.reader.page({
    register: 'wells',
    caller: anonymous,
    limit: 10,
    bbox: [49, 40, 50, 41],
  });
  expect(page.records.map((record) => record.properties.depth_m)).toEqual([40]);
  const refused = kernel.writer.write(
    [{ verb: 'create', register: 'wells', body: { ...body, properties: { depth_m: -1 } } }],
    byAdministrator,
  );
  await expect(refused).rejects.toMatchObject({ id: 'invalid-record' });
  await kernel.database.close();
});
