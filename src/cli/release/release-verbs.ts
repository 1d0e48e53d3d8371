import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { keysFile } from '../../kernel/release/check-signatures.ts';
import { makeRelease } from '../../kernel/release/make-release.ts';
import { checkpointFile, manifestFile, noteFile } from '../../kernel/release/manifest.ts';
import { dropReleaseLeftovers } from '../../kernel/release/release-leftovers.ts';
import { type ReleaseWish, releaseFormats } from '../../kernel/release/release-question.ts';
import { releaseStore } from '../../kernel/release/release-services.ts';
import { listReleases, type ReleaseSummary, withdrawRelease } from '../../kernel/release/release-store.ts';
import { writeRelease } from '../../kernel/release/write-release.ts';
import { postJson } from '../keys/keys-verbs.ts';
import { proofOf } from '../keys/store-proof.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { say } from '../say.ts';
import { addSettings, readConfig, storeSettings } from '../settings-options.ts';
import { textTable } from '../text-table.ts';
import { addDeltaVerbs } from './delta-verbs.ts';
import { ReleaseDisplay } from './release-display.ts';
import { sayRelease } from './say-release.ts';
import { byPrefix, fetchFolder, makeThroughServer, mostListed, servedReleases } from './server-release.ts';

/** Files of a release that are not files of a register. */
export const signatureFiles = [noteFile, checkpointFile, keysFile, manifestFile] as const;

interface ReleaseOptions {
  readonly asOf?: string;
  readonly datetime?: string;
  readonly formats?: string;
  readonly licence?: string;
  readonly output?: string;
  readonly json?: boolean;
}

interface Made extends ReleaseSummary {
  readonly isNew: boolean;
}

type ServedRelease = ReleaseSummary & { readonly files: readonly { readonly name: string }[] };

/** `ufuq release` with what is done to releases, and `ufuq releases`. */
export function addReleaseCommands(program: Command): void {
  const verb = program
    .command('release')
    .enablePositionalOptions()
    .argument('[REGISTER...]', sayRelease('argument.registers'))
    .description(sayRelease('verb.release'))
    .option('--as-of <POSITION>', sayRelease('option.as-of'))
    .option('--datetime <INSTANT>', sayRelease('option.datetime'))
    .option('--formats <LIST>', sayRelease('option.formats', { formats: releaseFormats.join(', ') }))
    .option('--licence <TEXT>', sayRelease('option.licence'))
    .option('--output <DIR>', sayRelease('option.output'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(
    async (registers: readonly string[], options: ReleaseOptions, command: Command) => {
      const made = await make(wishOf(registers, options), options.output, command);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
        return;
      }
      const { id, isNew, records, position, bytes, withdrawn } = made;
      const params = { id, records: String(records), position: String(position), bytes: String(bytes) };
      const lines = [
        `✓ ${sayRelease(isNew ? 'made.new' : 'made.there', params)}`,
        ...(withdrawn
          ? [`  ${sayRelease('withdrawn.is', { at: withdrawn.at.slice(0, 10), reason: withdrawn.reason })}`]
          : []),
        ...(options.output ? [`  ${sayRelease('made.written', { folder: options.output })}`] : []),
      ];
      process.stdout.write(`${lines.join('\n')}\n`);
    },
  );
  addWithdraw(verb);
  addDeltaVerbs(verb);
  addList(program);
}

function wishOf(registers: readonly string[], options: ReleaseOptions): ReleaseWish {
  const { asOf, datetime, formats, licence } = options;
  const position = asOf === undefined ? undefined : Number(asOf);
  if (position !== undefined && !(Number.isSafeInteger(position) && position > 0))
    throw new Refusal(sayRelease('refused.position', { value: asOf! }), 2);
  return {
    registers,
    ...(position !== undefined && { position }),
    ...(datetime !== undefined && { datetime }),
    ...(formats !== undefined && {
      formats: formats
        .split(',')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    }),
    ...(licence !== undefined && { licence }),
  };
}

async function make(wish: ReleaseWish, output: string | undefined, command: Command): Promise<Made> {
  const { config } = readConfig(command);
  const display = new ReleaseDisplay();
  try {
    return await reachStore<Made>(config, {
      server: async (server) => {
        const { id, isNew } = await makeThroughServer(server, wish, display.show);
        const { files, ...release } = await server.json<ServedRelease>(`releases/${id}`);
        const names = [...files.map(({ name }) => name), ...signatureFiles];
        if (output !== undefined && !release.withdrawn)
          await fetchFolder(server, `releases/${id}`, names, output);
        return { ...summaryOf(release), isNew };
      },
      store: async (store) => {
        const { services } = store;
        const proof = await proofOf(store, config);
        await proof.sequenceNow();
        const blobs = releaseStore(config.data);
        await dropReleaseLeftovers(services.database, blobs);
        const { release, isNew } = await makeRelease({ services, keys: proof.keys, blobs }, wish, {
          actor: administrator.name,
          onProgress: display.show,
        });
        if (output !== undefined && !release.withdrawn)
          await writeRelease(services.database, blobs, release, output);
        return { ...summaryOf(release), isNew };
      },
    });
  } finally {
    display.end();
  }
}

function summaryOf({
  id,
  position,
  registers,
  records,
  bytes,
  madeAt,
  madeBy,
  withdrawn,
}: ReleaseSummary): ReleaseSummary {
  return { id, position, registers, records, bytes, madeAt, madeBy, withdrawn };
}

function addList(program: Command): void {
  const verb = program
    .command('releases')
    .description(sayRelease('verb.releases'))
    .option('--json', say('option.json'));
  addSettings(verb, storeSettings).action(async (options: { json?: boolean }, command: Command) => {
    const { config } = readConfig(command);
    const releases = await reachStore<readonly ReleaseSummary[]>(config, {
      server: servedReleases,
      store: async ({ services }) => (await listReleases(services.database, { limit: mostListed })).releases,
    });
    process.stdout.write(
      `${options.json ? JSON.stringify(releases.map(summaryOf), null, 2) : tableOf(releases)}\n`,
    );
  });
}

function tableOf(releases: readonly ReleaseSummary[]): string {
  if (releases.length === 0) return sayRelease('list.none');
  const head = [
    sayRelease('list.id'),
    sayRelease('list.registers'),
    sayRelease('list.position'),
    sayRelease('list.records'),
    sayRelease('list.made'),
  ];
  const rows = releases.map(({ id, registers, position, records, madeAt, withdrawn }) => [
    id.slice(0, 12),
    registers.join(', '),
    String(position),
    String(records),
    `${madeAt.slice(0, 16).replace('T', ' ')}${withdrawn ? ` · ${sayRelease('list.withdrawn')}` : ''}`,
  ]);
  return textTable(head, rows, [2, 3]);
}

function addWithdraw(release: Command): void {
  const verb = release
    .command('withdraw')
    .argument('<ID>', sayRelease('argument.id'))
    .description(sayRelease('verb.withdraw'))
    .requiredOption('--reason <TEXT>', sayRelease('option.reason'));
  addSettings(verb, storeSettings).action(
    async (prefix: string, { reason }: { reason: string }, command: Command) => {
      const { config } = readConfig(command);
      const id = await reachStore<string>(config, {
        server: async (server) => {
          const found = byPrefix(await servedReleases(server), prefix);
          await postJson(server, `releases/${found}/withdrawal`, { reason });
          return found;
        },
        store: async ({ services }) => {
          const { releases } = await listReleases(services.database, { limit: mostListed });
          const found = byPrefix(releases, prefix);
          await withdrawRelease(services.database, found, {
            by: administrator.name,
            reason,
            at: services.clock(),
          });
          return found;
        },
      });
      process.stdout.write(`✓ ${sayRelease('withdrawn.done', { id })}\n`);
    },
  );
}
