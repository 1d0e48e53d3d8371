import { expect, test } from 'vitest';
import { negotiateLanguage } from './negotiate-language.ts';

test.each([
  ['az', 'az'],
  ['ru, fa;q=0.8, en;q=0.9', 'en'],
  ['ar-EG, en;q=0.5', 'ar'],
  ['en;q=0, fa;q=0.1', 'fa'],
  ['*', 'en'],
  ['', 'en'],
  ['nonsense;;;q=x,,', 'en'],
])('"%s" is answered in %s', (accepted, language) => {
  expect(negotiateLanguage({ accepted })).toBe(language);
});

test('what was chosen by hand wins, if it is a language of the system', () => {
  expect(negotiateLanguage({ chosen: 'az', accepted: 'fa' })).toBe('az');
  expect(negotiateLanguage({ chosen: 'xx', accepted: 'fa' })).toBe('fa');
});
