import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalizedText } from '../../../src/kernel/i18n/language.ts';
import { byAdministrator } from '../../engines/kernel.ts';
import { bearer, type CatalogueApi, openCatalogue } from './catalogue-api.ts';

/** The board of themes: what is missing, what nobody answers for, and how the score of a theme moves. */
let api: CatalogueApi;

beforeAll(async () => {
  api = await openCatalogue();
});
afterAll(() => api.close());

const same = (text: string): LocalizedText => ({ az: text, en: text, ar: text, fa: text });
const board = async (query = '') => (await api.get(`/catalogue/themes${query}`)).body;
const themeOf = async (id: string, query = '') =>
  (await board(query)).themes.find((theme: { id: string }) => theme.id === id);
const points = (theme: { criteria: { id: string; points: number }[] }, id: string) =>
  theme.criteria.find((each) => each.id === id)!.points;

describe('the board', () => {
  test('missing and orphan themes are listed, each with what would raise its score', async () => {
    const { missing, orphan, numberOfThemes, themes } = await board();
    expect([numberOfThemes, missing, orphan]).toEqual([3, ['geology', 'soil'], ['geology', 'soil']]);
    for (const theme of themes)
      for (const each of theme.criteria) {
        expect(each.title).not.toBe('');
        if (each.share < 1) expect(each.raise.length).toBeGreaterThan(10);
      }
  });

  test('a theme says who answers for it, why, and what is published', async () => {
    expect(await themeOf('hydrography')).toMatchObject({
      code: 'HY',
      lists: ['inspire-i'],
      custodian: { id: 'water-agency', name: 'Water Agency' },
      custodianBasis: 'by decree',
      isMissing: false,
      registers: [{ id: 'wells', title: 'Wells', records: 2 }],
    });
  });

  test('registers whose theme or keeper stands for nothing are named with the reason', async () => {
    const { orphanRegisters } = await board();
    const reasons = Object.fromEntries(
      orphanRegisters.map(({ id, reasons }: { id: string; reasons: { code: string }[] }) => [
        id,
        reasons.map(({ code }) => code),
      ]),
    );
    expect(reasons.meetings).toEqual(['unknown-theme', 'unknown-steward']);
    expect(reasons.wells).toBeUndefined();
    expect(reasons.themes).toContain('no-theme');
  });

  test('what the public may not see counts for it neither', async () => {
    expect((await themeOf('hydrography')).registers).toHaveLength(1);
    const seen = (await api.get('/catalogue/themes', bearer)).body.themes;
    expect(seen.find(({ id }: { id: string }) => id === 'hydrography').registers).toHaveLength(2);
  });
});

describe('the score of a theme moves when a register is published', () => {
  test('declaring moves nothing, the first record does, and what was known before stays answerable', async () => {
    const before = await themeOf('geology');
    expect([before.isMissing, before.score]).toEqual([true, 0]);
    const { logPosition } = await board();
    api.kernel.testClock.set('2023-02-01T00:00:00Z');
    await api.kernel.registry.create(
      {
        id: 'boreholes',
        title: same('Boreholes'),
        description: same('Boreholes'),
        theme: 'geology',
        steward: 'water-agency',
        legalBasis: same('Mining Act'),
        licence: 'CC0-1.0',
        updateCycle: 'P1M',
        geometry: 'Point',
        titleField: 'name',
        fields: [{ name: 'name', type: 'string', title: same('name') }],
      },
      'administrator',
    );
    expect((await themeOf('geology')).score).toBe(0);
    api.kernel.testClock.set('2023-03-01T00:00:00Z');
    await api.kernel.writer.write(
      [
        {
          verb: 'create',
          register: 'boreholes',
          record: 'b1',
          body: { properties: { name: 'B' }, geometry: { type: 'Point', coordinates: [49, 40] } },
        },
      ],
      byAdministrator,
    );
    const after = await themeOf('geology');
    expect(after.isMissing).toBe(false);
    expect(after.registers).toEqual([expect.objectContaining({ id: 'boreholes', records: 1 })]);
    expect(points(after, 'published')).toBe(15);
    expect(points(after, 'licence')).toBe(10);
    expect(points(after, 'fresh')).toBe(10);
    expect(points(after, 'custodian')).toBe(7.5);
    expect(after.score).toBeGreaterThan(40);
    expect((await themeOf('geology', `?asOf=${logPosition}`)).score).toBe(0);
    expect((await themeOf('geology', '?asOf=2023-02-15T00:00:00Z')).isMissing).toBe(true);
    expect((await themeOf('geology', '?asOf=2023-03-02T00:00:00Z')).score).toBe(after.score);
  });

  test('it grows old without being touched', async () => {
    api.kernel.testClock.set('2023-06-01T00:00:00Z');
    expect(points(await themeOf('geology'), 'fresh')).toBe(0);
    expect(points(await themeOf('geology', '?asOf=2023-03-20T00:00:00Z'), 'fresh')).toBe(10);
  });

  test('a custodian of its own, and a release, raise it', async () => {
    const { score } = await themeOf('geology');
    await api.kernel.writer.write(
      [{ verb: 'update', register: 'themes', record: 'geology', properties: { custodian: 'water-agency' } }],
      byAdministrator,
    );
    api.releases.push({
      id: 'r1',
      title: same('R1'),
      registers: ['boreholes'],
      position: 3,
      releasedAt: '2023-05-01T00:00:00Z',
      path: '/releases/r1',
      files: [],
    });
    const raised = await themeOf('geology');
    expect(raised.score).toBeCloseTo(score + 7.5 + 5, 5);
    expect((await themeOf('geology', '?asOf=2023-04-15T00:00:00Z')).score).toBeLessThan(raised.score);
    api.releases.length = 0;
  });
});

test('the board is a page as well', async () => {
  for (const language of ['en', 'az', 'ar', 'fa']) {
    const { status, text } = await api.get('/catalogue/themes', {
      accept: 'text/html',
      'accept-language': language,
    });
    expect(status).toBe(200);
    expect(text).toContain(`<html lang="${language}"`);
  }
  expect((await api.get('/catalogue/themes?asOf=never')).status).toBe(400);
});
