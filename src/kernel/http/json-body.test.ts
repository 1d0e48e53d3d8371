import { expect, test } from 'vitest';
import { parseJsonBody } from './json-body.ts';

test('JSON is read', () => {
  expect(parseJsonBody('{"a":["}]{[\\"",1]}')).toEqual({ a: ['}]{["', 1] });
});

test.each([
  ['{"a":', 'not-json'],
  ['', 'not-json'],
  ['{"__proto__":{}}', 'characters-not-allowed'],
  ['{"\\u005f_proto__":{}}', 'characters-not-allowed'],
  ['['.repeat(65) + ']'.repeat(65), 'json-too-deep'],
  ['['.repeat(1_000_000), 'json-too-deep'],
])('%.30s is refused', (text, code) => {
  expect(() => parseJsonBody(text)).toThrow(code);
});
