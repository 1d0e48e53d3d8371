import { randomUUID } from 'node:crypto';
import type { Server } from 'node:net';
import type { Position } from '../../kernel/log/entry.ts';
import type { Logger } from '../../kernel/logger.ts';
import { answerFromMemory } from '../answer-from-memory.ts';
import { buildServer } from '../build-server.ts';
import { createServices, followRegisters } from '../create-services.ts';
import { FrontDoor } from '../front-door.ts';
import type { ServerState } from '../health.ts';
import { connect } from '../open-store.ts';
import type { ToReader } from './messages.ts';
import { Forwarder, isReading } from './send-on.ts';

export interface RunningReader {
  /** Begins to take connections off a socket that others listen on as well. */
  listen(socket: Server): Promise<void>;
  reach(position: Position): Promise<void>;
  reopen(register: string): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares all that reading takes, up to the first connection; what is not reading goes on to the writer. */
export async function startReader(
  { config, writer, token }: Extract<ToReader, { kind: 'begin' }>,
  logger: Logger,
  onMissing: (register: string) => void,
): Promise<RunningReader> {
  const state: ServerState = { instance: randomUUID(), phase: 'starting' };
  const database = await connect(config, () => {}, config.limits.requestSeconds * 1000);
  const stored = await createServices(config, database);
  await followRegisters(stored);
  const memory = config.snapshots
    ? await answerFromMemory(config, stored, { logger, packs: false, onMissing })
    : undefined;
  const services = memory?.services ?? stored;
  const snapshots = memory?.store;
  const { app, listener } = await buildServer({ config, services, snapshots, state, token, logger });
  const forwarder = new Forwarder(writer);
  const door = new FrontDoor(state, config.limits);
  door.admit((request, response) =>
    isReading(request) ? listener(request, response) : forwarder.send(request, response),
  );
  state.phase = 'ready';
  return {
    listen: async (socket) => await door.share(socket),
    reach: async (position) => await snapshots?.reach(position),
    reopen: async (register) => await snapshots?.reopenNewest(register),
    async stop() {
      state.phase = 'stopping';
      await services.watch.close();
      await door.close();
      forwarder.close();
      await app.close();
      await snapshots?.stop();
      await database.close();
    },
  };
}
