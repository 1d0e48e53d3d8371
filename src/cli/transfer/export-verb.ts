import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { exportRegister } from '../../kernel/transfer/export-register.ts';
import { reachStore } from '../reach-store.ts';
import { terminalLanguage } from '../say.ts';
import { refusalOf } from '../server-client.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { type ExportOptions, exportQuery, exportRequest, formatFor, writable } from './export-question.ts';
import { sayTransfer } from './say-transfer.ts';

/** `ufuq export REGISTER`: through the running server where there is one, else from the store itself. */
export function addExport(program: Command): void {
  const verb = program
    .command('export')
    .argument('<REGISTER>', sayTransfer('argument.export-register'))
    .description(sayTransfer('verb.export'))
    .option('--format <FORMAT>', sayTransfer('option.format', { formats: writable.join(', ') }))
    .option('--filter <CQL2>', sayTransfer('option.filter'))
    .option('--bbox <BOX>', sayTransfer('option.bbox'))
    .option('--crs <CRS>', sayTransfer('option.export-crs'))
    .option('--as-of <TIME>', sayTransfer('option.as-of'))
    .option('--datetime <TIME>', sayTransfer('option.datetime'))
    .option('--output <FILE>', sayTransfer('option.output'));
  addSettings(verb, ['data', 'database']).action(
    async (register: string, options: ExportOptions, command: Command) => {
      const format = formatFor(options);
      const file = options.output ?? `${register}.${format.extensions[0]}`;
      const { config } = readConfig(command);
      const count = await reachStore<number | undefined>(config, {
        server: async (server) => {
          const path = `collections/${encodeURIComponent(register)}/export?${exportQuery(options)}`;
          const response = await server.request(path, { headers: { accept: '*/*' } });
          if (!response.ok) throw await refusalOf(response);
          await write(Readable.fromWeb(response.body as never), file);
          return undefined;
        },
        store: async ({ services }) => {
          let records = 0;
          let lost = 0;
          const { chunks } = exportRegister(services, {
            ...exportRequest(services.registry, register, options),
            language: terminalLanguage(),
            onLoss: () => lost++,
            onRecords: (written) => {
              records = written;
            },
          });
          await write(Readable.from(chunks, { objectMode: true }), file);
          if (lost > 0) process.stderr.write(`! ${sayTransfer('export.lost', { count: lost })}\n`);
          return records;
        },
      });
      if (file === '-') return;
      const told = sayTransfer('export.done', { register, file, count: count ?? 0 });
      process.stderr.write(`${count === undefined ? `✓ ${register} → ${file}` : told}\n`);
    },
  );
}

/** Writes beside the file and renames at the end, so that an interruption leaves no half of it. */
async function write(content: Readable, file: string): Promise<void> {
  if (file === '-') {
    for await (const chunk of content)
      if (!process.stdout.write(chunk)) await new Promise((resolve) => process.stdout.once('drain', resolve));
    return;
  }
  const part = `${file}.part`;
  try {
    await pipeline(content, createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
