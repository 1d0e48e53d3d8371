import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Config, configWith } from '../../src/kernel/config.ts';
import { buildServer } from '../../src/server/build-server.ts';
import { createServices, type StoreServices } from '../../src/server/create-services.ts';
import { openTestDatabase } from '../engines/engine.ts';

export const token = 'a-token-of-the-test';
export const authorization = `Bearer ${token}`;

export interface Door {
  readonly app: FastifyInstance;
  readonly services: StoreServices;
  readonly data: string;
  readonly close: () => Promise<void>;
}

/** A whole server in this process, over a database and a data folder of its own. */
export async function openDoor(values: Parameters<typeof configWith>[0] = {}): Promise<Door> {
  const database = await openTestDatabase();
  const data = mkdtempSync(join(tmpdir(), 'ufuq-door-'));
  const config: Config = configWith({ data, pack: 'none', ...values });
  const services = await createServices(config, database);
  const state = { instance: 'test', phase: 'ready' } as const;
  const { app } = await buildServer({ config, services, state, token });
  const close = async () => {
    await app.close();
    await database.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { app, services, data, close };
}
