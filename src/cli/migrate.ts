import { mkdirSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../kernel/config.ts';
import { migrate, schemaVersion } from '../kernel/db/migrate.ts';
import { FolderLock } from '../server/data-folder/lock.ts';
import { connect } from '../server/open-store.ts';
import { ProgressDisplay } from './progress-display.ts';
import { say } from './say.ts';
import { findServer } from './server-client.ts';
import { addSettings, readConfig, storeSettings } from './settings-options.ts';

/** `ufuq migrate`: brings the schema up to date and says what it did; safe to run twice. */
export function addMigrate(program: Command): void {
  addSettings(program.command('migrate').description(say('verb.migrate')), storeSettings).action(
    async (_options, command: Command) => {
      const { config } = readConfig(command);
      const server = await findServer(config.data);
      const sentence =
        server === undefined
          ? await migrateStore(config)
          : say('migrate.server', {
              version: (await server.json<{ version: number }>('operation/schema')).version,
            });
      process.stdout.write(`${sentence}\n`);
    },
  );
}

async function migrateStore(config: Config): Promise<string> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const lock = FolderLock.take(config.data, { purpose: 'verb' });
  const display = new ProgressDisplay();
  try {
    const database = await connect(config, display.show);
    display.end();
    try {
      const steps = await migrate(database);
      const version = await schemaVersion(database);
      return steps.length === 0
        ? say('migrate.current', { version })
        : say('migrate.done', {
            version,
            steps: steps.map(({ number, name }) => `${number} ${name}`).join(', '),
          });
    } finally {
      await database.close();
    }
  } finally {
    lock.release();
  }
}
