import { openDatabase } from '../../src/kernel/db/open-database.ts';
import { headOf } from '../../src/kernel/log/head.ts';
import { StoredRegistry } from '../../src/kernel/register/stored-registry.ts';
import { buildSnapshot } from '../../src/kernel/snapshot/build-snapshot.ts';
import { PageCache } from '../../src/kernel/snapshot/paged-bytes.ts';
import { SnapshotFiles } from '../../src/kernel/snapshot/snapshot-files.ts';
import { subjectOf } from '../../src/kernel/snapshot/snapshot-source.ts';
import { wells } from './wells.ts';

/** Packs a register again and again, until the process is killed: `URL FOLDER`. */
const [url, folder] = process.argv.slice(2) as [string, string];
const database = await openDatabase({ url, connections: 2 });
const registry = await StoredRegistry.open(database, [wells], () => new Date());
const subject = subjectOf(registry.require('wells'), registry.numberOf('wells'));
const position = await headOf(database);
const path = new SnapshotFiles(folder, new PageCache(1 << 20)).pathOf('wells', position);
process.stdout.write('packing\n');
for (;;) await buildSnapshot(database, subject, { path, position, lastChange: position });
