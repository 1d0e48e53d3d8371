import { relative } from 'node:path';
import type { Command } from 'commander';
import { createLogger } from '../kernel/logger.ts';
import { tokenPath } from '../server/data-folder/admin-token.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { ProgressDisplay } from './progress-display.ts';
import { say } from './say.ts';
import { addSettings, readConfig } from './settings-options.ts';

/** `ufuq start`: serves until it is told to stop. */
export function addStart(program: Command): void {
  addSettings(program.command('start').description(say('verb.start'))).action(async (_options, command) => {
    const { config, origins } = readConfig(command);
    const isWatched = process.stdout.isTTY && origins.logLevel === 'default';
    const logger = createLogger(isWatched ? 'warn' : config.logLevel);
    const display = new ProgressDisplay();
    const isAsked = stopRequest();
    const starting = startServer(config, { logger, onProgress: display.show });
    const server = await Promise.race([starting, isAsked.then(() => starting)]);
    display.end();
    await announce(server, config.data);
    logger.info({ url: server.url }, 'ready');
    await isAsked;
    process.stderr.write(`${say('start.stopping')}\n`);
    await server.stop();
    process.stderr.write(`${say('start.stopped')}\n`);
    // Threads of formats that never ran to an end must not keep a stopped server alive.
    process.exit(0);
  });
}

/** Resolves at the first SIGINT or SIGTERM; the second ends the process at once, as the shell expects. */
function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    let count = 0;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (++count > 1) process.exit(signal === 'SIGINT' ? 130 : 143);
        resolve();
      });
  });
}

async function announce({ url, services }: RunningServer, data: string): Promise<void> {
  const registers = services.registry.all().length;
  const position = await services.reader.position();
  const token = relative(process.cwd(), tokenPath(data));
  if (!process.stderr.isTTY) {
    process.stderr.write(
      `${JSON.stringify({ time: new Date().toISOString(), stage: 'ready', url, registers, position })}\n`,
    );
    return;
  }
  process.stderr.write(
    [
      `✓ ${say('start.ready', { url: `\x1b[1m${url}\x1b[0m` })}`,
      `  ${say('start.figures', { registers, position: String(position) })}`,
      `  ${say('start.token', { path: token })}`,
      `  ${say('start.stop')}`,
      '',
    ].join('\n'),
  );
}
