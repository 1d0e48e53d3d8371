import type { Language } from './i18n/language.ts';
import { documentSettings } from './settings/document-settings.ts';
import { limitSettings } from './settings/limit-settings.ts';
import {
  isFault,
  readSetting,
  type SettingFault,
  type SettingOrigin,
  type SettingValue,
} from './settings/read-setting.ts';
import { serverSettings } from './settings/server-settings.ts';
import { flagOf, type Setting, variableOf } from './settings/setting.ts';

/** Everything that can be set, in the order of help and of the reference page. */
export const settings: readonly Setting[] = [...serverSettings, ...documentSettings, ...limitSettings];

/** How much one request may ask for. */
export interface Limits {
  readonly bodyBytes: number;
  readonly importBytes: number;
  readonly documentBytes: number;
  readonly geometryVertices: number;
  readonly filterDepth: number;
  readonly pageSize: number;
  readonly pageSizeDefault: number;
  readonly requestSeconds: number;
  readonly streams: number;
}

export interface Config {
  readonly data: string;
  readonly database: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly allowAnonymousRead: boolean;
  readonly workers: number;
  readonly snapshots: boolean;
  /** Megabytes of pages of snapshots that a process keeps. */
  readonly snapshotMemory: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly pack: string;
  readonly language: Language;
  readonly webhookTargets: 'public' | 'any';
  /** Folder, or `s3://bucket/prefix`; a folder in the data folder where it is not set. */
  readonly documents: string | undefined;
  readonly s3: {
    readonly endpoint: string | undefined;
    readonly region: string;
    readonly accessKey: string | undefined;
    readonly secretKey: string | undefined;
  };
  /** Address of the scanner for malware. */
  readonly scanner: string | undefined;
  readonly limits: Limits;
}

export interface ConfigSources {
  /** Values by setting name, as the command line gave them. */
  readonly flags?: Readonly<Record<string, unknown>>;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The parsed configuration file. */
  readonly file?: Readonly<Record<string, unknown>>;
}

/** The configuration cannot be used; `faults` has everything that is wrong with it. */
export class ConfigError extends Error {
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ where, code, params }) => `${where} ${code} (${params.value})`).join('; '));
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

/** Settings that stand together in the file: `limits.bodyBytes` is `{"limits": {"bodyBytes": …}}`. */
const groups = new Set(settings.map(({ name }) => name.split('.')).flatMap((path) => path.slice(0, -1)));

function flatten(file: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(file)) {
    if (key === '$schema') continue;
    if (groups.has(key) && typeof value === 'object' && value !== null)
      for (const [name, member] of Object.entries(value)) flat[`${key}.${name}`] = member;
    else flat[key] = value;
  }
  return flat;
}

function setAt(target: Record<string, unknown>, name: string, value: unknown): void {
  const [group, member] = name.split('.') as [string, string | undefined];
  if (member === undefined) target[group] = value;
  else target[group] = { ...(target[group] as object | undefined), [member]: value };
}

/**
 * The configuration of flags over environment over file over defaults, and where each value is from.
 * @throws {ConfigError} with everything that is wrong at once
 */
export function resolveConfig(sources: ConfigSources): {
  config: Config;
  origins: Readonly<Record<string, SettingOrigin>>;
} {
  const file = flatten(sources.file ?? {});
  const faults: SettingFault[] = [];
  const config: Record<string, unknown> = {};
  const origins: Record<string, SettingOrigin> = {};

  for (const setting of settings) {
    const { name } = setting;
    const candidates: [SettingOrigin, unknown, string][] = [
      ['flag', sources.flags?.[name], flagOf(setting)],
      ['environment', sources.environment?.[variableOf(setting)] || undefined, variableOf(setting)],
      ['file', file[name], name],
    ];
    const [origin, given, where] = candidates.find(([, value]) => value !== undefined) ?? [
      'default',
      undefined,
      name,
    ];
    let value: SettingValue | SettingFault | undefined = setting.default;
    if (origin !== 'default') value = readSetting(setting, given, where);
    if (value !== undefined && isFault(value)) faults.push(value);
    setAt(config, name, value);
    origins[name] = origin;
  }
  for (const key of Object.keys(file)) {
    if (!settings.some(({ name }) => name === key))
      faults.push({ where: key, code: 'unknown-key', params: { value: key } });
  }
  const { publicUrl } = config;
  if (typeof publicUrl === 'string' && !/^https?:\/\/[^/?#]+[^?#]*$/.test(publicUrl))
    faults.push({
      where: flagOf(settings.find(({ name }) => name === 'publicUrl')!),
      code: 'not-a-url',
      params: { value: publicUrl },
    });
  if (typeof config.documents === 'string' && config.documents.startsWith('s3://'))
    for (const setting of documentSettings.filter(({ name }) => /^s3\.(access|secret)Key$/.test(name)))
      if (origins[setting.name] === 'default')
        faults.push({ where: variableOf(setting), code: 'not-text', params: { value: '' } });
  if (Number(config.workers) > 0 && config.database === undefined)
    faults.push({
      where: flagOf(settings.find(({ name }) => name === 'workers')!),
      code: 'needs-database',
      params: { value: String(config.workers) },
    });
  if (faults.length > 0) throw new ConfigError(faults);
  return { config: config as unknown as Config, origins };
}

/** A configuration of defaults with some values of one's own; for tests and for programs that embed the server. */
export function configWith(
  values: Partial<Omit<Config, 'limits'>> & { limits?: Partial<Limits> } = {},
): Config {
  const { config } = resolveConfig({});
  return { ...config, ...values, limits: { ...config.limits, ...values.limits } };
}
