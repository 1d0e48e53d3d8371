import type { LocalizedText } from '../../kernel/i18n/language.ts';
import type { RecordView } from '../../kernel/query/question.ts';

/** Values of a record by type; what is missing, of another type, or hidden from the caller is undefined. */
export function textOf({ properties }: RecordView, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}

export function wordsOf({ properties }: RecordView, name: string): Partial<LocalizedText> | undefined {
  const value = properties[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

export function listOf({ properties }: RecordView, name: string): readonly string[] {
  const value = properties[name];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
