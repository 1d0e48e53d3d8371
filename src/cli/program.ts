import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addBatch } from './batch/batch-verb.ts';
import { addCount } from './count/count-verb.ts';
import { addDoctor } from './doctor.ts';
import { addAttach } from './documents/attach-verb.ts';
import { addDocuments } from './documents/documents-verb.ts';
import { addChanges } from './feed/changes-verb.ts';
import { addWebhooks } from './feed/webhooks-verbs.ts';
import { addKeysCommand } from './keys/keys-verbs.ts';
import { addWitnessesCommand } from './keys/witnesses-verbs.ts';
import { addLineage } from './lineage/lineage-verb.ts';
import { addMigrate } from './migrate.ts';
import { addRegister } from './register.ts';
import { addRegisters } from './registers.ts';
import { addReleaseCommands } from './release/release-verbs.ts';
import { type CliMessageKey, say } from './say.ts';
import { addSpectrumCommands } from './spectrum/commands.ts';
import { addStart } from './start.ts';
import { addThemes } from './themes/themes-verb.ts';
import { addTiles } from './tiles/tiles-verb.ts';
import { addTransferCommands } from './transfer/transfer-commands.ts';
import { addVerifyCommand } from './verify.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const titles: Readonly<Record<string, CliMessageKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
};

/** The command line with all its verbs, each in a file of its own. */
export function createProgram(): Command {
  const program = new Command('ufuq')
    .description(say('program.description'))
    .enablePositionalOptions() // what stands after a verb is that verb's, also where the one above it has the same option
    .version(version, '-V, --version', say('option.version'))
    .addHelpText('after', `\n${say('help.exit')}`);
  addStart(program);
  addRegisters(program);
  addRegister(program);
  addThemes(program);
  addMigrate(program);
  addDoctor(program);
  addTransferCommands(program);
  addTiles(program);
  addBatch(program);
  addCount(program);
  addLineage(program);
  addAttach(program);
  addDocuments(program);
  addChanges(program);
  addWebhooks(program);
  addSpectrumCommands(program);
  addVerifyCommand(program);
  addReleaseCommands(program);
  addKeysCommand(program);
  addWitnessesCommand(program);
  for (const each of everyCommand(program)) {
    each.helpOption('-h, --help', say('option.help')).exitOverride().showHelpAfterError(false);
    if (each.commands.length > 0) each.helpCommand('help [verb]', say('help.help-verb'));
    each.configureHelp({
      styleTitle: (title) => (titles[title] === undefined ? title : say(titles[title])),
      showGlobalOptions: false,
      optionDescription: (option) => option.description,
    });
  }
  return program;
}

function everyCommand(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}
