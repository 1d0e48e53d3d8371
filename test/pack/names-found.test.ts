import { expect, test } from 'vitest';
import { foldedText, matchScore } from '../../src/kernel/i18n/fold/match.ts';
import { records } from './pack-on-disk.ts';

/**
 * Names of the pack looked for by their other languages among the Azerbaijani ones alone, which is harder than any
 * search of the program: its records carry all four. The rules were made with these names at hand, so the figures say
 * that the rules do what they were made for, and not how they do on names that nobody has seen.
 */
const sets = { settlements: 1, 'administrative-districts': 0.92 } as const;

test.each(['en', 'ar', 'fa'])(
  'Azerbaijani names are found by what they are called in %s',
  async (language) => {
    for (const [register, least] of Object.entries(sets)) {
      const named = (records.get(register) ?? []).flatMap(({ id, properties }) => {
        const name = properties?.name as Readonly<Record<string, string>>;
        return name[language] === undefined ? [] : [{ id, name, az: foldedText(name.az!) }];
      });
      const found = named.map(({ id, name }) => {
        const query = foldedText(name[language]!);
        const scored = named
          .map((each) => ({ id: each.id, score: matchScore(query, each.az) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score);
        const rank = scored.findIndex((each) => each.id === id);
        return { rank, precision: rank < 0 ? 0 : 1 / scored.length };
      });
      const share = (wanted: (rank: number) => boolean) =>
        found.filter(({ rank }) => wanted(rank)).length / found.length;
      const first = share((rank) => rank === 0);
      const five = share((rank) => rank >= 0 && rank < 5);
      const precision = found.reduce((sum, each) => sum + each.precision, 0) / found.length;
      const figures = [first, five, precision].map((each) => each.toFixed(3));
      console.log(
        `${register} az by ${language}: recall@1 ${figures[0]}, recall@5 ${figures[1]}, precision ${figures[2]} (${found.length})`,
      );
      expect(five).toBeGreaterThanOrEqual(least);
      expect(precision).toBeGreaterThan(0.85);
    }
  },
);
