import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type Config, resolveConfig, settings } from '../kernel/config.ts';
import type { SettingOrigin } from '../kernel/settings/read-setting.ts';
import { flagOf, type Setting, variableOf } from '../kernel/settings/setting.ts';
import { Refusal } from './refusal.ts';
import { say, terminalLanguage } from './say.ts';

const defaultFile = 'ufuq.config.json';

/** Settings that every verb which touches a store takes. */
export const storeSettings = ['data', 'database'] as const;

/** Gives a verb the flags of some settings, or of all, and `--config`. */
export function addSettings(command: Command, names?: readonly string[]): Command {
  const chosen = settings.filter(({ name }) => names === undefined || names.includes(name));
  for (const setting of chosen) command.addOption(optionOf(setting));
  return command
    .option('--config <FILE>', say('option.config'))
    .addHelpText(
      'after',
      `\n${say('help.settings', { variable: variableOf(chosen[0]!) })}\n${say('help.exit')}`,
    );
}

function optionOf(setting: Setting): Option {
  const { type, placeholder = 'VALUE', default: fallback, choices } = setting;
  const flag = flagOf(setting);
  const notes = [
    ...(choices === undefined ? [] : [choices.join(' | ')]),
    ...(fallback === undefined || type === 'boolean'
      ? []
      : [say('option.default', { value: String(fallback) })]),
  ];
  const description =
    setting.description[terminalLanguage()] + (notes.length > 0 ? ` (${notes.join('; ')})` : '');
  const option = new Option(
    type === 'boolean' ? `${flag} [BOOLEAN]` : `${flag} <${placeholder}>`,
    description,
  );
  return option.argParser((value: string) => value);
}

interface FileValues {
  readonly values: Readonly<Record<string, unknown>>;
}

function readFile(path: string | undefined): FileValues {
  const file = resolve(path ?? process.env.UFUQ_CONFIG ?? defaultFile);
  let reason: string;
  try {
    const values: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof values === 'object' && values !== null && !Array.isArray(values))
      return { values: values as Record<string, unknown> };
    reason = 'JSON {…}';
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (isAbsent && path === undefined && process.env.UFUQ_CONFIG === undefined) return { values: {} };
    reason = (error as Error).message;
  }
  throw new Refusal(say('setting.config-file', { path: file, reason }), 2);
}

/** The configuration that a verb runs with, and where each value is from. @throws {ConfigError} {Refusal} */
export function readConfig(command: Command): {
  config: Config;
  origins: Readonly<Record<string, SettingOrigin>>;
} {
  const given = command.opts() as Record<string, unknown>;
  const flags: Record<string, unknown> = {};
  for (const setting of settings) {
    const key = optionKey(setting);
    if (command.getOptionValueSource(key) === 'cli') flags[setting.name] = given[key];
  }
  const { config, origins } = resolveConfig({
    flags,
    environment: process.env,
    file: readFile(given.config as string | undefined).values,
  });
  return { config: { ...config, data: resolve(config.data) }, origins };
}

/** Key under which commander keeps a flag: `--limit-body-bytes` is `limitBodyBytes`. */
function optionKey(setting: Setting): string {
  return flagOf(setting)
    .slice(2)
    .replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
