import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../kernel/config.ts';
import type { Position } from '../../kernel/log/entry.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { FrontDoor } from '../front-door.ts';
import { ReaderPool } from './reader-pool.ts';
import { restoreSender } from './send-on.ts';

/** The processes that read beside the server, as the rest of the server knows them. */
export interface SharedReading {
  reach(position: Position): Promise<void>;
  packed(register: string): void;
  /** Starts the processes, once the server can answer. */
  begin(options: {
    readonly door: FrontDoor;
    readonly application: RequestListener;
    readonly token: string;
    readonly logger?: Logger | undefined;
    readonly onMissing: (register: string) => void;
  }): Promise<void>;
  readonly pids: readonly number[];
  /** How many of them answer. */
  readonly ready: number;
  stop(): Promise<void>;
}

/** Reading is shared with as many processes as the configuration says; none is an answer too. */
export function shareReading(config: Config): SharedReading {
  let pool: ReaderPool | undefined;
  let close = () => {};
  return {
    reach: async (position) => await pool?.reach(position),
    packed: (register) => pool?.packed(register),
    get pids() {
      return pool?.pids ?? [];
    },
    get ready() {
      return pool?.ready ?? 0;
    },
    async begin({ door, application, token, logger, onMissing }) {
      if (config.workers === 0) return;
      // A folder of its own, so that nobody else can reach the socket; short, since addresses of sockets are.
      const folder = mkdtempSync(join(tmpdir(), 'ufuq-'));
      const writer = join(folder, 'writer.sock');
      const own = createServer((request, response) => {
        restoreSender(request);
        application(request, response);
      });
      await new Promise<void>((resolve) => own.listen(writer, resolve));
      close = () => {
        own.close();
        own.closeAllConnections();
        rmSync(folder, { recursive: true, force: true });
      };
      pool = new ReaderPool({ config, server: door.server, writer, token, logger, onMissing });
    },
    async stop() {
      await pool?.stop();
      close();
    },
  };
}
