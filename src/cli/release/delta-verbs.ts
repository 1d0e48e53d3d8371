import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { applyDelta } from '../../kernel/release/apply-delta.ts';
import { keysFile } from '../../kernel/release/check-signatures.ts';
import { type DeltaManifest, deltaFile } from '../../kernel/release/delta-manifest.ts';
import { HashedWriter } from '../../kernel/release/hashed-file.ts';
import { linesOf } from '../../kernel/release/line-reader.ts';
import { makeDelta } from '../../kernel/release/make-delta.ts';
import { manifestFile, noteFile, recordsFile } from '../../kernel/release/manifest.ts';
import { releaseStore } from '../../kernel/release/release-services.ts';
import { bytesFrom, folderSource } from '../../kernel/release/release-source.ts';
import { listReleases } from '../../kernel/release/release-store.ts';
import { parseDeltaManifest } from '../../kernel/release/verify-delta.ts';
import { writeDelta } from '../../kernel/release/write-release.ts';
import { proofOf } from '../keys/store-proof.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { sayRelease } from './say-release.ts';
import { byPrefix, fetchFolder, mostListed, servedReleases } from './server-release.ts';

interface DeltaOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** `ufuq release delta` and `ufuq release apply`: what differs between two releases, and from one to the other by it. */
export function addDeltaVerbs(release: Command): void {
  const delta = release
    .command('delta')
    .argument('<OLDER>', sayRelease('argument.older'))
    .argument('<NEWER>', sayRelease('argument.newer'))
    .description(sayRelease('verb.delta'))
    .option('--output <DIR>', sayRelease('option.output-delta'))
    .option('--json', say('option.json'));
  addSettings(delta, storeSettings).action(
    async (older: string, newer: string, options: DeltaOptions, command: Command) => {
      const manifest = await deltaBetween(older, newer, options.output, command);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
        return;
      }
      for (const { id, added, changed, removed } of manifest.registers) {
        const params = { added: String(added), changed: String(changed), removed: String(removed) };
        process.stdout.write(`${id} · ${sayRelease('delta.done', params)}\n`);
      }
      if (options.output)
        process.stdout.write(`✓ ${sayRelease('made.written', { folder: options.output })}\n`);
    },
  );
  release
    .command('apply')
    .argument('<OLDER_DIR>', sayRelease('argument.older-folder'))
    .argument('<DELTA_DIR>', sayRelease('argument.delta-folder'))
    .description(sayRelease('verb.apply'))
    .requiredOption('--output <DIR>', sayRelease('option.output-records'))
    .action(async (older: string, folder: string, { output }: { output: string }) => {
      if (!(await applyFolders(older, folder, output))) process.exitCode = 1;
    });
}

async function deltaBetween(
  older: string,
  newer: string,
  output: string | undefined,
  command: Command,
): Promise<DeltaManifest> {
  const { config } = readConfig(command);
  return await reachStore<DeltaManifest>(config, {
    server: async (server) => {
      const releases = await servedReleases(server);
      const path = `releases/${byPrefix(releases, older)}/delta/${byPrefix(releases, newer)}`;
      const manifest = await server.json<DeltaManifest>(path);
      const names = [manifest.file.name, noteFile, keysFile, manifestFile];
      if (output !== undefined) await fetchFolder(server, path, names, output);
      return manifest;
    },
    store: async (store) => {
      const { services } = store;
      const { releases } = await listReleases(services.database, { limit: mostListed });
      const { keys } = await proofOf(store, config);
      const blobs = releaseStore(config.data);
      const given = { services, keys, blobs };
      const made = await makeDelta(given, byPrefix(releases, older), byPrefix(releases, newer));
      if (output !== undefined) await writeDelta(services.database, blobs, made, output);
      return made.manifest;
    },
  });
}

/** Writes the newer release's records, and says of each file whether it is the one that the delta leads to. */
async function applyFolders(older: string, folder: string, output: string): Promise<boolean> {
  const bytes = await bytesFrom(folderSource(folder), manifestFile);
  const manifest = bytes && parseDeltaManifest(bytes);
  if (!manifest) throw new Refusal(sayRelease('finding.manifest', { file: join(folder, manifestFile) }));
  const beginning = (await bytesFrom(folderSource(older), manifestFile)) ?? new Uint8Array(0);
  if (createHash('sha256').update(beginning).digest('hex') !== manifest.older)
    throw new Refusal(sayRelease('apply.refused', { folder: older, id: manifest.older.slice(0, 12) }));
  await mkdir(output, { recursive: true });
  let areAllRight = true;
  for (const register of manifest.registers) {
    if (register.newer === null) continue;
    const file = recordsFile(register.id);
    const before = register.older === null ? nothing() : linesOf(createReadStream(join(older, file)));
    const changes = linesOf(createReadStream(join(folder, deltaFile)));
    const writer = new HashedWriter(join(output, `${file}.part`));
    for await (const line of applyDelta(register.id, before, changes)) await writer.write(`${line}\n`);
    const { path, hash } = await writer.finish();
    await rename(path, join(output, file));
    const isRight = hash === register.newer;
    areAllRight &&= isRight;
    const sentence = sayRelease(isRight ? 'apply.done' : 'apply.differs', { file: join(output, file) });
    process.stdout.write(`${isRight ? '✓' : '✗'} ${sentence}\n`);
  }
  return areAllRight;
}

async function* nothing(): AsyncGenerator<string> {}
