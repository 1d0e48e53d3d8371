import { describe, expect, test } from 'vitest';
import { Problem } from '../errors.ts';
import { parseAccept } from './accept.ts';
import { negotiate, prefersPage } from './negotiation.ts';

const offered = [
  { id: 'json', mediaType: 'application/geo+json', aliases: ['application/json'] },
  { id: 'html', mediaType: 'text/html; charset=utf-8' },
  { id: 'api', mediaType: 'application/vnd.oai.openapi+json;version=3.0' },
];

describe('negotiate', () => {
  test.each([
    [undefined, 'json'],
    ['', 'json'],
    ['*/*', 'json'],
    ['text/*', 'html'],
    ['application/json', 'json'],
    ['text/html;q=0.9, application/json;q=0.8', 'html'],
    ['application/geo+json;q=0, */*;q=0.1', 'html'],
    ['application/vnd.oai.openapi+json;version=3.0', 'api'],
    ['text/html;level=1', 'html'],
  ])('%s → %s', (accept, id) => {
    expect(negotiate({ accept }, offered).id).toBe(id);
  });

  test('names what there is where nothing fits', () => {
    expect(() => negotiate({ accept: 'image/png' }, offered)).toThrow(Problem);
    expect(() => negotiate({ f: 'png', accept: '*/*' }, offered)).toThrow('invalid-parameter');
  });
});

test('members that make no sense are passed over', () => {
  expect(parseAccept(',;, x, a/b;q=2;c="d,e", c/d;q=z')).toEqual([
    { type: 'a', subtype: 'b', parameters: { c: 'd,e' }, quality: 1 },
    { type: 'c', subtype: 'd', parameters: {}, quality: 0 },
  ]);
});

test('a browser prefers a page, curl does not', () => {
  expect(prefersPage('text/html,application/xhtml+xml,*/*;q=0.8')).toBe(true);
  expect(prefersPage('*/*')).toBe(false);
  expect(prefersPage(undefined)).toBe(false);
});
