import { describe, expect, test } from 'vitest';
import { argumentsOf } from '../../kernel/i18n/format.ts';
import { languages } from '../../kernel/i18n/language.ts';
import { proofMessages } from '../../kernel/i18n/messages/proof.ts';
import type { LogReport } from '../../kernel/log/proof/finding.ts';
import { logLines } from './sentences.ts';

describe('what ufuq verify says', () => {
  test.each(languages)('is said in %s with the same arguments', (language) => {
    for (const [key, sentence] of Object.entries(proofMessages.en)) {
      const own = proofMessages[language][key as keyof typeof proofMessages.en];
      expect(own.trim(), key).not.toBe('');
      expect(argumentsOf(own), key).toEqual(argumentsOf(sentence));
    }
  });

  test('names the first entry, shows twenty findings and counts the rest', () => {
    const report: LogReport = {
      origin: 'example.org/log',
      proven: 100,
      unproven: 2,
      erased: [4],
      checkpoints: 3,
      keys: ['example.org/log+0123abcd+AAAA'],
      areKeysTrusted: true,
      findings: Array.from({ length: 23 }, (_, i) => ({
        kind: 'payload',
        position: 12_345 + i,
        register: 'r',
        record: 'a',
      })),
      first: 12_345,
    };
    const lines = logLines(report);
    expect(lines[0]).toContain('12345');
    expect(lines).toHaveLength(1 + 20 + 1 + 3);
    expect(lines.join('\n')).toContain('0123abcd');
    expect(lines.join('\n')).toContain('3');
  });
});
