import { writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { administrator } from '../../kernel/access/caller.ts';
import { importFile } from '../../kernel/transfer/import-file.ts';
import { type ReportDocument, reportDocument } from '../../kernel/transfer/report.ts';
import { readImportParameters } from '../../server/transfer/import-parameters.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { terminalLanguage } from '../say.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { ImportDisplay } from './import-display.ts';
import { reportLines } from './import-report.ts';
import { importThroughServer } from './import-through-server.ts';
import { sayTransfer } from './say-transfer.ts';

interface ImportOptions {
  readonly register?: string;
  readonly create?: boolean;
  readonly map: readonly string[];
  readonly report?: string;
  readonly show: string;
  readonly [name: string]: unknown;
}

const carried = ['layer', 'crs', 'encoding', 'delimiter', 'id-field', 'legal-basis'] as const;
const switches = ['create', 'repair', 'partial', 'replace', 'dry-run'] as const;

/** `ufuq import FILE`: through the running server where there is one, else in the store itself. */
export function addImport(program: Command): void {
  const verb = program
    .command('import')
    .argument('<FILE>', sayTransfer('argument.file'))
    .description(sayTransfer('verb.import'))
    .option('--register <ID>', sayTransfer('option.register'))
    .option('--create', sayTransfer('option.create'));
  for (const name of carried) verb.option(`--${name} <${placeholder[name]}>`, sayTransfer(`option.${name}`));
  verb.option('--map <FROM=TO>', sayTransfer('option.map'), (pair, all: string[]) => [...all, pair], []);
  for (const name of switches.slice(1)) verb.option(`--${name}`, sayTransfer(`option.${name as 'repair'}`));
  verb
    .option('--report <FILE>', sayTransfer('option.report'))
    .option('--show <COUNT>', sayTransfer('option.show'), '20');
  addSettings(verb, ['data', 'database', 'limits.geometryVertices']).action(
    async (path: string, options: ImportOptions, command: Command) => {
      process.exitCode = await runImport(resolve(path), options, command);
    },
  );
}

const placeholder = {
  layer: 'NAME',
  crs: 'CRS',
  encoding: 'NAME',
  delimiter: 'CHARACTER',
  'id-field': 'FIELD',
  'legal-basis': 'TEXT',
} as const;

async function runImport(path: string, options: ImportOptions, command: Command): Promise<number> {
  if ((options.register === undefined) === (options.create !== true))
    throw new Refusal(sayTransfer('import.one-target'), 2);
  const parameters = parametersOf(options);
  const { wait: _, ...asked } = readImportParameters(queryOf(parameters));
  const { config } = readConfig(command);
  const display = new ImportDisplay();
  const abort = new AbortController();
  const onInterrupt = () => (abort.signal.aborted ? process.exit(130) : abort.abort());
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    const report = await reachStore<ReportDocument | undefined>(config, {
      server: (server) => importThroughServer(server, path, parameters, { display, signal: abort.signal }),
      store: async ({ services }) => {
        const request = {
          ...asked,
          path,
          caller: administrator,
          limits: { maxVertices: config.limits.geometryVertices },
          workFolder: join(config.data, 'imports'),
          signal: abort.signal,
          onProgress: display.show,
        };
        return reportDocument(await importFile(services, request), terminalLanguage());
      },
    });
    display.end();
    return finish(report, path, options);
  } catch (error) {
    display.end();
    if (!abort.signal.aborted) throw error;
    process.stderr.write(`${sayTransfer('import.cancelled', { file: basename(path) })}\n`);
    return 130;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

/** The exit code is 0 only where every record came in. */
function finish(report: ReportDocument | undefined, path: string, options: ImportOptions): number {
  if (report === undefined || report.outcome === 'cancelled') {
    process.stderr.write(`${sayTransfer('import.cancelled', { file: basename(path) })}\n`);
    return 130;
  }
  if (options.report !== undefined) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
  const most = /^\d{1,6}$/.test(options.show) ? Number(options.show) : 20;
  process.stdout.write(`${reportLines(report, most).join('\n')}\n`);
  return report.findings.some(({ kind }) => kind === 'refused') ? 1 : 0;
}

function parametersOf(options: ImportOptions): URLSearchParams {
  const parameters = new URLSearchParams();
  if (options.register !== undefined) parameters.set('register', options.register);
  for (const name of carried) {
    const value = options[camel(name)];
    if (typeof value === 'string') parameters.set(name, value);
  }
  for (const name of switches) if (options[camel(name)] === true) parameters.set(name, 'true');
  for (const pair of options.map) parameters.append('map', pair);
  return parameters;
}

function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const name of parameters.keys()) {
    const values = parameters.getAll(name);
    query[name] = values.length === 1 ? values[0]! : values;
  }
  return query;
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
