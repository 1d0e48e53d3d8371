import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { administrator } from '../kernel/access/caller.ts';
import type { Config } from '../kernel/config.ts';
import { readDeclaration } from '../kernel/register/declaration-schema.ts';
import type { Register } from '../kernel/register/register.ts';
import { reachStore } from './reach-store.ts';
import { Refusal } from './refusal.ts';
import { say } from './say.ts';
import { addSettings, readConfig, storeSettings } from './settings-options.ts';

/** `ufuq register show | create | drop`: one register and its declaration. */
export function addRegister(program: Command): void {
  const group = program.command('register').description(say('verb.register'));
  addShow(group);
  addCreate(group);
  addDrop(group);
}

/** The declaration as the program understands it. */
function addShow(group: Command): void {
  const verb = group
    .command('show')
    .argument('<ID>', say('argument.register'))
    .description(say('verb.register-show'));
  addSettings(verb, storeSettings).action(async (id: string, _options, command: Command) => {
    const register = await showRegister(readConfig(command).config, id);
    process.stdout.write(`${JSON.stringify(register, null, 2)}\n`);
  });
}

async function showRegister(config: Config, id: string): Promise<Register> {
  const found = await reachStore<Register | undefined>(config, {
    server: async (server) => {
      const response = await server.request(`operation/registers/${encodeURIComponent(id)}`);
      return response.status === 404 ? undefined : ((await response.json()) as Register);
    },
    store: async ({ services }) => services.registry.get(id),
  });
  if (found === undefined) throw new Refusal(say('register.unknown', { register: id }));
  return found;
}

/** Declares a register at run time, from a JSON definition. */
function addCreate(group: Command): void {
  const verb = group
    .command('create')
    .argument('<FILE>', say('argument.definition'))
    .description(say('verb.register-create'));
  addSettings(verb, storeSettings).action(async (file: string, _options, command: Command) => {
    const declaration = readDeclaration(readJson(file));
    const { id } = await reachStore<{ id: string }>(readConfig(command).config, {
      server: (server) =>
        server.json('operation/registers', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(declaration),
        }),
      store: ({ services }) => services.registry.create(declaration, administrator.name),
    });
    process.stdout.write(`${say('register.created', { register: id })}\n`);
  });
}

/** Drops a register that was made at run time; its entries stay in the log. */
function addDrop(group: Command): void {
  const verb = group
    .command('drop')
    .argument('<ID>', say('argument.register'))
    .option('--yes', say('option.yes'))
    .description(say('verb.register-drop'));
  addSettings(verb, storeSettings).action(
    async (id: string, options: { yes?: boolean }, command: Command) => {
      if (!options.yes) throw new Refusal(say('register.drop-asks', { register: id }));
      await reachStore<unknown>(readConfig(command).config, {
        server: (server) =>
          server.json(`operation/registers/${encodeURIComponent(id)}`, { method: 'DELETE' }),
        store: ({ services }) => services.registry.drop(id, administrator.name),
      });
      process.stdout.write(`${say('register.dropped', { register: id })}\n`);
    },
  );
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Refusal(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}
