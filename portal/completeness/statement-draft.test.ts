import { expect, test } from 'vitest';
import { type StatementDraft, statementFeature } from './statement-draft.ts';

const draft: StatementDraft = {
  custodian: 'ministry',
  basis: 'census',
  starts: '2023-01-01',
  ends: '',
  bbox: '170,-10,-170,10',
  label: 'real',
  source: 'Gazette 7',
  isRestricted: false,
};

test('a statement says what was written and nothing more, and a box over the antimeridian is two areas', () => {
  const { properties, geometry } = statementFeature('data-centres', draft, 'az');
  expect(properties).toEqual({
    register: 'data-centres',
    custodian: 'ministry',
    basis: { az: 'census' },
    starts: '2023-01-01',
    label: 'real',
    source: 'Gazette 7',
  });
  expect(geometry?.coordinates).toHaveLength(2);
  expect(statementFeature('x', { ...draft, bbox: undefined }, 'en').geometry).toBeNull();
});
