import type { Server } from 'node:net';
import { createLogger } from '../../kernel/logger.ts';
import type { FromReader, ToReader } from './messages.ts';
import { type RunningReader, startReader } from './start-reader.ts';

/** A process that reads beside the server: it begins when it is told to and ends with whoever started it. */
let reader: Promise<RunningReader> | undefined;
let running: RunningReader | undefined;

function tell(message: FromReader): void {
  process.send?.(message);
}

async function end(): Promise<void> {
  await (await reader)?.stop();
  process.exit(0);
}

process.on('message', (message: ToReader, socket: unknown) => {
  switch (message.kind) {
    case 'begin':
      reader = startReader(message, createLogger(message.config.logLevel), (register) =>
        tell({ kind: 'missing', register }),
      );
      reader.then(
        (prepared) => {
          running = prepared;
          tell({ kind: 'prepared' });
        },
        (error) => {
          process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
          process.exit(1);
        },
      );
      break;
    case 'listen':
      // At once: a connection that the socket yields before somebody listens would wait for ever.
      void running?.listen(socket as Server).then(() => tell({ kind: 'ready' }));
      break;
    case 'reach':
      void reader
        ?.then(({ reach }) => reach(message.position))
        .catch(() => {})
        .then(() => tell({ kind: 'reached', id: message.id }));
      break;
    case 'packed':
      void reader?.then(({ reopen }) => reopen(message.register)).catch(() => {});
      break;
    case 'stop':
      void end();
  }
});
process.on('disconnect', () => void end());
// The terminal sends these to the whole group; the server says when it is time.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => void end());
