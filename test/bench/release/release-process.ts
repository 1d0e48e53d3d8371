import { join } from 'node:path';
import { administrator } from '../../../src/kernel/access/caller.ts';
import { configWith } from '../../../src/kernel/config.ts';
import { migrate } from '../../../src/kernel/db/migrate.ts';
import { openDatabase } from '../../../src/kernel/db/open-database.ts';
import { openLogProof } from '../../../src/kernel/log/proof/log-proof.ts';
import { makeRelease } from '../../../src/kernel/release/make-release.ts';
import { releaseStore } from '../../../src/kernel/release/release-services.ts';
import { folderSource } from '../../../src/kernel/release/release-source.ts';
import { verifyRelease } from '../../../src/kernel/release/verify-release.ts';
import { writeRelease } from '../../../src/kernel/release/write-release.ts';
import { importFile } from '../../../src/kernel/transfer/import-file.ts';
import { createServices } from '../../../src/server/create-services.ts';

/**
 * One step of the bench in a process of its own, so that its memory can be told: `load` imports and signs, `make` makes a
 * release and writes it out, `verify` checks it from its files.
 */
const [step, folder, url, path] = process.argv.slice(2) as [string, string, string, string];
const begun = performance.now();
const figures: Record<string, number> = {};
if (step === 'verify') {
  const { findings, records } = await verifyRelease(folderSource(join(folder, 'out')), {
    withRenditions: path === 'renditions',
  });
  if (findings.length > 0) throw new Error(JSON.stringify(findings.slice(0, 3)));
  figures.records = records;
} else {
  const database = await openDatabase({ url });
  await migrate(database);
  const services = await createServices(configWith({ data: folder }), database);
  const proof = await openLogProof({ database, folder, clock: services.clock, origin: 'bench.invalid/log' });
  if (step === 'load') {
    const { outcome } = await importFile(services, {
      path,
      name: 'bench-parcels',
      layer: undefined,
      caller: administrator,
      limits: { maxVertices: 500_000 },
    });
    if (outcome !== 'imported') throw new Error(outcome);
    await proof.sequenceNow();
  } else {
    const blobs = releaseStore(folder);
    const { id } = services.registry.all().find(({ origin }) => origin === 'run-time')!;
    const wish = { registers: [id] };
    const given = { services, keys: proof.keys, blobs };
    const { release } = await makeRelease(given, wish, { actor: 'bench' });
    figures.makeSeconds = (performance.now() - begun) / 1000;
    await writeRelease(database, blobs, release, join(folder, 'out'));
    figures.records = release.records;
    for (const { name, bytes } of release.manifest.files) figures[name] = bytes;
  }
  await database.close();
}
figures.seconds = (performance.now() - begun) / 1000;
figures.megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify(figures));
process.exit();
