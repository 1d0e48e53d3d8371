import type { LocalizedText } from '../../../src/kernel/i18n/language.ts';
import { commitmentSentences } from './commitments.ts';
import { generalSentences } from './general.ts';
import { infrastructureSentences } from './infrastructure.ts';

const catalogue = new Map<string, LocalizedText>();
for (const line of `${generalSentences}${infrastructureSentences}${commitmentSentences}`.trim().split('\n')) {
  const [en, az, ar, fa, more] = line.split(' | ');
  if (!en || !az || !ar || !fa || more) throw new Error(`not en | az | ar | fa: ${line}`);
  if (catalogue.has(en)) throw new Error(`twice: ${en}`);
  catalogue.set(en, { az, en, ar, fa });
}

const used = new Set<string>();

/** A sentence of the pack in every language, by its English; throws where it is not in the catalogue. */
export function sentence(en: string): LocalizedText {
  const found = catalogue.get(en);
  if (!found) throw new Error(`not translated: ${en}`);
  used.add(en);
  return found;
}

/** Sentences of the catalogue that no record has asked for. */
export function unusedSentences(): string[] {
  return [...catalogue.keys()].filter((en) => !used.has(en));
}
