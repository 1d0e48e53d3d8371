import type { LocalizedText } from '../i18n/language.ts';

/** One thing that an operator can set; flag, variable and key in the file all follow from its name. */
export interface Setting {
  /** Key of the configuration, `limits.bodyBytes` for one inside a group; also the key in the file. */
  readonly name: string;
  readonly type: 'text' | 'integer' | 'boolean' | 'choice';
  readonly default: string | number | boolean | undefined;
  /** What a `choice` may be. */
  readonly choices?: readonly string[];
  /** Regular expression (ECMA-262) that a text must match, and a value that does. */
  readonly form?: string;
  readonly example?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What stands for the value in help: `PORT`, `DIR`. */
  readonly placeholder?: string;
  /** Not written into help, logs and doctor. */
  readonly isSecret?: boolean;
  readonly description: LocalizedText;
}

const kebab = (name: string) =>
  name
    .replace(/^limits\./, 'limit-')
    .replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    .replaceAll('.', '-');

/** `limits.bodyBytes` is `--limit-body-bytes` on the command line. */
export function flagOf(setting: Setting): string {
  return `--${kebab(setting.name)}`;
}

/** `limits.bodyBytes` is `UFUQ_LIMIT_BODY_BYTES` in the environment. */
export function variableOf(setting: Setting): string {
  return `UFUQ_${kebab(setting.name).replaceAll('-', '_').toUpperCase()}`;
}
