import { describe, expect, it } from 'vitest';
import { questionSearch, readQuestion } from './register-question.ts';

describe('the question in the address', () => {
  it('is read as it was written, with every character of a filter', () => {
    const question = {
      filter: `CASEI("Küçə") LIKE CASEI('%a&b=c+d%') AND "date" >= DATE('2024-01-01')`,
      datetime: '2024-01-01T00:00:00Z',
      bbox: '44.7,38.3,50.9,42',
      sortby: '-name',
      properties: 'name,kind',
    };
    const search = questionSearch(question);
    expect(search).toContain('filter-lang=cql2-text');
    expect(readQuestion(new URLSearchParams(search))).toEqual(question);
  });

  it('leaves nothing behind where nothing is asked', () => {
    expect(questionSearch({})).toBe('');
    expect(readQuestion(new URLSearchParams('?f=html&filter='))).toEqual({});
  });
});
