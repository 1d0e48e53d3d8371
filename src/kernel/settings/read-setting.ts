import type { Setting } from './setting.ts';

export type SettingValue = string | number | boolean;

/** Where a value was found: a flag, a variable, the file, or nowhere. */
export type SettingOrigin = 'flag' | 'environment' | 'file' | 'default';

/** What is wrong with a value and what would be right; the sentence is `setting.<code>` of the command line. */
export interface SettingFault {
  /** Flag, variable or key, as the operator wrote it. */
  readonly where: string;
  readonly code:
    | 'not-a-whole-number'
    | 'below-minimum'
    | 'above-maximum'
    | 'not-a-choice'
    | 'not-a-boolean'
    | 'unknown-key'
    | 'not-text'
    | 'not-a-url'
    | 'needs-database'
    | 'not-of-form';
  readonly params: Readonly<Record<string, string | number>>;
}

const booleans: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  on: true,
  1: true,
  false: false,
  no: false,
  off: false,
  0: false,
};

/** The value that a text or a JSON value stands for, or what is wrong with it. */
export function readSetting(setting: Setting, given: unknown, where: string): SettingValue | SettingFault {
  const fault = (code: SettingFault['code'], params: SettingFault['params'] = {}): SettingFault => ({
    where,
    code,
    params: { value: String(given), ...params },
  });
  switch (setting.type) {
    case 'boolean': {
      const value = booleans[String(given).toLowerCase()];
      return value ?? fault('not-a-boolean');
    }
    case 'integer': {
      const value =
        typeof given === 'number' ? given : /^\d{1,15}$/.test(String(given)) ? Number(given) : NaN;
      if (!Number.isSafeInteger(value)) return fault('not-a-whole-number');
      if (value < (setting.minimum ?? 0)) return fault('below-minimum', { limit: setting.minimum ?? 0 });
      if (setting.maximum !== undefined && value > setting.maximum)
        return fault('above-maximum', { limit: setting.maximum });
      return value;
    }
    case 'choice':
      return setting.choices!.includes(String(given))
        ? String(given)
        : fault('not-a-choice', { choices: setting.choices!.join(', ') });
    case 'text':
      if (typeof given !== 'string' || given === '') return fault('not-text');
      if (setting.form !== undefined && !new RegExp(setting.form).test(given))
        return fault('not-of-form', { example: setting.example ?? '' });
      return given;
  }
}

export function isFault(value: SettingValue | SettingFault): value is SettingFault {
  return typeof value === 'object';
}
