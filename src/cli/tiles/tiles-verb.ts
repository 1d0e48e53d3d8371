import type { Command } from 'commander';
import { messenger } from '../../kernel/i18n/messenger.ts';
import type { ArchiveReport } from '../../kernel/tiles/pmtiles/writer.ts';
import { writeTileArchive } from '../../kernel/tiles/tile-archive.ts';
import { reachStore } from '../reach-store.ts';
import { Refusal } from '../refusal.ts';
import { terminalLanguage } from '../say.ts';
import { addSettings, readConfig } from '../settings-options.ts';
import { type QuestionOptions, questionOf, questionQuery } from '../transfer/export-question.ts';
import { sayTransfer } from '../transfer/say-transfer.ts';
import { tilesCliMessages } from './messages.ts';
import { writeServerArchive } from './server-archive.ts';

interface TilesOptions extends Omit<QuestionOptions, 'bbox'> {
  readonly pmtiles: string;
  readonly minZoom: string;
  readonly maxZoom: string;
}

const message = messenger(tilesCliMessages);
const sayTiles = (key: Parameters<typeof message>[1], params: Record<string, string | number> = {}) =>
  message(terminalLanguage(), key, params);

const deepest = 16;
const jsonMilliseconds = 1000;

/** `ufuq tiles REGISTER --pmtiles FILE`: a register as one archive of vector tiles, as it was at two times. */
export function addTiles(program: Command): void {
  const verb = program
    .command('tiles')
    .argument('<REGISTER>', sayTiles('argument.tiles-register'))
    .description(sayTiles('verb.tiles'))
    .requiredOption('--pmtiles <FILE>', sayTiles('option.pmtiles'))
    .option('--min-zoom <LEVEL>', sayTiles('option.min-zoom'), '0')
    .option('--max-zoom <LEVEL>', sayTiles('option.max-zoom'), '14')
    .option('--datetime <TIME>', sayTransfer('option.datetime'))
    .option('--as-of <TIME>', sayTransfer('option.as-of'))
    .option('--filter <CQL2>', sayTransfer('option.filter'));
  addSettings(verb, ['data', 'database']).action(
    async (register: string, options: TilesOptions, command: Command) => {
      const [minZoom, maxZoom] = levelsOf(options);
      const { config } = readConfig(command);
      const report = await reachStore<ArchiveReport | undefined>(config, {
        server: (server) =>
          interruptible<ArchiveReport>((signal) =>
            writeServerArchive(server, options.pmtiles, {
              register,
              query: questionQuery(options),
              minZoom,
              maxZoom,
              signal,
              onShare: shareDisplay(),
            }),
          ),
        store: async ({ services }) => {
          const { caller, ...question } = questionOf(services.registry, register, options);
          return await interruptible((signal) =>
            writeTileArchive(services, options.pmtiles, {
              question: { ...question, caller },
              minZoom,
              maxZoom,
              signal,
              onShare: shareDisplay(),
            }),
          );
        },
      });
      if (report === undefined) {
        process.stderr.write(`${sayTiles('tiles.stopped', { file: options.pmtiles })}\n`);
        process.exitCode = 130;
        return;
      }
      const { tiles, contents, bytes } = report;
      const done = { register, tiles, contents, bytes, file: options.pmtiles };
      process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[2K' : ''}${sayTiles('tiles.done', done)}\n`);
    },
  );
}

function levelsOf({ minZoom, maxZoom }: TilesOptions): [number, number] {
  const [min, max] = [Number(minZoom), Number(maxZoom)];
  const isLevel = (level: number) => Number.isInteger(level) && level >= 0 && level <= deepest;
  if (!isLevel(min) || !isLevel(max) || min > max)
    throw new Refusal(sayTiles('tiles.zoom', { min: minZoom, max: maxZoom }), 2);
  return [min, max];
}

/** Ctrl-C stops the work, which then leaves nothing half done; undefined where it did. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once('SIGINT', interrupt);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    throw error;
  } finally {
    process.off('SIGINT', interrupt);
  }
}

/** A line that moves on a terminal, JSON lines elsewhere. */
function shareDisplay(): (share: number, tiles: number) => void {
  let told = 0;
  return (share, tiles) => {
    const now = performance.now();
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\x1b[2K  ${sayTiles('tiles.drawing')} ${Math.floor(share * 100)} % · ${tiles}`);
    } else if (now - told > jsonMilliseconds) {
      told = now;
      process.stderr.write(
        `${JSON.stringify({ time: new Date().toISOString(), stage: 'tiles', share: Math.round(share * 100) / 100, tiles })}\n`,
      );
    }
  };
}
