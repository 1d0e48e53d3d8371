import { expect, test } from 'vitest';
import { ConfigError, configWith, resolveConfig, settings } from './config.ts';
import { flagOf, variableOf } from './settings/setting.ts';

test('a flag beats a variable, a variable the file, the file the default', () => {
  const file = { port: 1, host: 'a', limits: { bodyBytes: 5000, pageSize: 7 } };
  const environment = { UFUQ_PORT: '2', UFUQ_LIMIT_BODY_BYTES: '6000', UFUQ_HOST: '' };
  const { config, origins } = resolveConfig({ file, environment, flags: { port: '3' } });
  expect(config).toMatchObject({
    port: 3,
    host: 'a',
    limits: { bodyBytes: 6000, pageSize: 7, filterDepth: 64 },
  });
  expect(origins).toMatchObject({
    port: 'flag',
    'limits.bodyBytes': 'environment',
    host: 'file',
    data: 'default',
  });
});

test('everything that is wrong is said at once, where it was written', () => {
  const wrong = () =>
    resolveConfig({
      flags: { port: '99999', logLevel: 'loud' },
      environment: { UFUQ_TRUST_PROXY: 'maybe', UFUQ_LIMIT_PAGE_SIZE: '1e3' },
      file: { prot: 8080, publicUrl: 'map.example.org' },
    });
  expect(wrong).toThrow(ConfigError);
  try {
    wrong();
  } catch (error) {
    expect((error as ConfigError).faults.map(({ where, code }) => [where, code])).toEqual([
      ['--port', 'above-maximum'],
      ['UFUQ_TRUST_PROXY', 'not-a-boolean'],
      ['--log-level', 'not-a-choice'],
      ['UFUQ_LIMIT_PAGE_SIZE', 'not-a-whole-number'],
      ['prot', 'unknown-key'],
      ['--public-url', 'not-a-url'],
    ]);
  }
});

test('flags and variables are named after their setting, each once', () => {
  const names = settings.flatMap((setting) => [flagOf(setting), variableOf(setting)]);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('--limit-geometry-vertices');
  expect(names).toContain('UFUQ_ALLOW_ANONYMOUS_READ');
});

test('a program can set some of it', () => {
  expect(configWith({ port: 0, limits: { requestSeconds: 1 } })).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    limits: { requestSeconds: 1, pageSize: 10_000 },
  });
});
