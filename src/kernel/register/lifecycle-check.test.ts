import { expect, test } from 'vitest';
import { defineRegister } from './define-register.ts';
import { checkLifecycle } from './lifecycle-check.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });
const cases = defineRegister({
  id: 'cases',
  title: same('Cases'),
  description: same('Cases'),
  geometry: null,
  provenance: false,
  fields: [
    {
      name: 'state',
      type: 'string',
      title: same('State'),
      codes: ['open', 'decided', 'closed'].map((value) => ({ value, title: same(value) })),
    },
  ],
  lifecycle: {
    field: 'state',
    initial: ['open'],
    transitions: { open: ['decided'], decided: ['closed'], closed: [] },
  },
});
const body = (state?: string) => ({ properties: state ? { state } : {}, geometry: null });
const codes = (before: string | undefined, after: string) =>
  checkLifecycle(cases, before === undefined ? undefined : body(before), body(after)).map(({ code }) => code);

test('a record begins where its register begins and goes on only to what follows', () => {
  expect(codes(undefined, 'open')).toEqual([]);
  expect(codes(undefined, 'closed')).toEqual(['not-an-initial-state']);
  expect(codes('open', 'decided')).toEqual([]);
  expect(codes('open', 'open')).toEqual([]);
  expect(codes('open', 'closed')).toEqual(['no-such-transition']);
  expect(codes('closed', 'open')).toEqual(['no-such-transition']);
  const [violation] = checkLifecycle(cases, body('open'), body('closed'));
  expect(violation).toMatchObject({
    pointer: '/properties/state',
    params: { from: 'open', to: 'closed', allowed: 'decided' },
  });
});
