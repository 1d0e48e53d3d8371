import { packManifest } from './manifest.ts';
import { packRecords } from './pack.ts';
import { readme } from './readme.ts';

/** Every file of the pack, path to content: what `npm run pack` writes and what the test compares. */
export function packFiles(): ReadonlyMap<string, string> {
  const records = packRecords();
  const manifest = packManifest(records);
  const files = new Map<string, string>([
    ['pack.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['README.md', readme(manifest, records)],
  ]);
  for (const [id, list] of records)
    files.set(`records/${id}.geojsonl`, list.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return files;
}
