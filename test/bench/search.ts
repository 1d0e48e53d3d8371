import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { administrator, anonymous } from '../../src/kernel/access/caller.ts';
import { defineRegister } from '../../src/kernel/register/define-register.ts';
import { findRecords } from '../../src/kernel/search/find-records.ts';
import { indexNow } from '../../src/kernel/search/follow-log.ts';
import { openImportKernel } from '../transfer/import-kernel.ts';

/**
 * Search over many named records, against what it was before: LIKE over the register's columns. Says what the index
 * takes, and how long a word takes to be found. `npm run bench -- search [records]`, on `UFUQ_TEST_DATABASE`.
 */
const records = Number(process.argv[2] ?? 100_000);
const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const streets = defineRegister({
  id: 'streets',
  title: same('Streets'),
  description: same('Streets'),
  geometry: 'Point',
  titleField: 'name',
  provenance: false,
  fields: [
    { name: 'name', type: 'localized', title: same('name') },
    { name: 'number', type: 'string', title: same('number') },
  ],
});
const firsts = ['Bakı', 'Gəncə', 'Şuşa', 'Nizami', 'Füzuli', 'Xəqani', 'Səməd', 'Üzeyir', 'Cavid', 'Nəriman'];
const seconds = ['küçəsi', 'prospekti', 'döngəsi', 'meydanı', 'yolu', 'bağı', 'məhəlləsi', 'qəsəbəsi'];
const syllables = ['qa', 'ra', 'ba', 'dər', 'li', 'sə', 'kən', 'göy', 'ça', 'xan', 'mir', 'zə', 'tu', 'la'];

const kernel = await openImportKernel([streets]);
try {
  const path = join(kernel.folder, 'streets.geojsonl');
  const out = createWriteStream(path);
  for (let n = 0; n < records; n++) {
    const rare = [n, n * 7 + 3, n * 13 + 5].map((each) => syllables[each % syllables.length]).join('');
    const name = `${rare}${n % 977} ${firsts[n % firsts.length]} ${seconds[n % seconds.length]}`;
    const line = {
      type: 'Feature',
      id: `s${n}`,
      geometry: { type: 'Point', coordinates: [45 + (n % 600) / 100, 38.5 + (n % 300) / 100] },
      properties: { name: { az: name }, number: `AZ-${String(n).padStart(7, '0')}` },
    };
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');

  const imported = await timed(() => kernel.import(path, { register: 'streets' }));
  console.log(
    `import of ${records.toLocaleString('en')} records: ${inSeconds(imported)}, which the index does not hold up`,
  );
  const indexed = await timed(() => indexNow(kernel.database));
  console.log(
    `indexed in the background: ${inSeconds(indexed)} (${(indexed / imported).toFixed(2)} × the import)`,
  );

  const folded = (text: unknown) => ({ op: 'casei', args: [{ op: 'accenti', args: [text] }] });
  const byLike = (word: string) =>
    kernel.reader.page({
      register: 'streets',
      caller: anonymous,
      limit: 6,
      filter: { op: 'like', args: [folded({ property: 'name' }), folded(`%${word}%`)] } as never,
    });
  const bySearch = (text: string) => findRecords(kernel, { text, caller: administrator, limit: 6 });
  for (const [what, word] of [
    ['one record', `AZ-${String(Math.floor(records / 2)).padStart(7, '0')}`],
    ['a few', `qarabali${records > 3000 ? 0 : ''}`],
    ['a tenth of all', 'Nizami'],
    ['in another script', 'نظامي'],
    ['a beginning', 'gö'],
    ['a typing error', 'prospketi'],
    ['nothing', 'zzzzzz'],
  ] as const) {
    const own = await median(() => bySearch(word));
    const peer = await median(() => byLike(word));
    console.log(
      `${what.padEnd(20)} ${own.toFixed(1).padStart(8)} ms   LIKE ${peer.toFixed(1).padStart(8)} ms   ${(own / peer).toFixed(3)} ×`,
    );
  }
} finally {
  await kernel.close();
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await run();
  return performance.now() - begun;
}

async function median(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 7; n++) times.push(await timed(run));
  return times.sort((a, b) => a - b)[3]!;
}

function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
