import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The catalogue: found in any script, narrowed down, with who stands behind it; and the board of themes. */
export const catalogueChecks: readonly Check[] = [
  {
    name: 'the catalogue finds a dataset by a word in another script, by keyboard, and shows its doors',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/catalogue');
        await page.waitForSelector('.result-card');
        await page.fill('.catalogue-search input', 'كاداستر');
        await page.waitForURL(/words=/);
        await page.waitForSelector('.catalogue-results[aria-busy="false"] .result-card');
        const found = await page.locator('.result-card').count();
        assert.ok(found < 6, `${found} results for one word`);
        await page.focus('.catalogue-search input');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.door-list a[href*="export"]');
        const files = await page.locator('.door-list a[href*="/export?f="]').count();
        assert.ok(files >= 8, `${files} formats are offered`);
      }),
  },
  {
    name: 'facets narrow the catalogue down and stand in its address',
    run: (stage) =>
      withPage(stage, { language: 'az' }, async (page) => {
        await page.goto('/catalogue');
        await page.waitForSelector('.result-card');
        const before = await page.locator('.result-card').count();
        await page.locator('.facet .checks input').first().check();
        await page.waitForURL(/theme=/);
        await page.waitForSelector('.catalogue-count .tool');
        const after = await page.locator('.result-card').count();
        assert.ok(after > 0 && after < before, `${after} of ${before} are left`);
        await page.reload();
        await page.waitForSelector('.result-card');
        assert.equal(await page.locator('.result-card').count(), after);
      }),
  },
  {
    name: 'the board names missing and orphan themes and says what would raise a score',
    run: (stage) =>
      withPage(stage, { language: 'ar', width: 390 }, async (page) => {
        await page.goto('/catalogue/themes');
        await page.waitForSelector('.theme-card');
        const all = await page.locator('.theme-card').count();
        await page.locator('.themes-show label').nth(1).click();
        await page.waitForURL(/show=missing/);
        await page.waitForSelector('.theme-card:not([data-missing])', { state: 'detached' });
        const missing = await page.locator('.theme-card').count();
        assert.ok(missing > 0 && missing < all, `${missing} of ${all} are missing`);
        await page.locator('.theme-criteria summary').first().click();
        assert.ok((await page.locator('.theme-criteria[open] .help').count()) > 3);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
      }),
  },
  ...(['en', 'ar'] as const).map(
    (language): Check => ({
      name: `axe finds nothing in the catalogue in ${language}`,
      run: (stage) =>
        withPage(stage, { language, scheme: language === 'ar' ? 'dark' : 'light' }, async (page) => {
          const found: string[] = [];
          for (const [path, ready] of [
            ['/catalogue?words=kadastr', '.result-card'],
            ['/catalogue/themes', '.theme-card'],
            ['/collections/catalogue/items/parcels', '.door-list'],
          ] as const) {
            await page.goto(path);
            await page.waitForSelector(ready);
            const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
            for (const { id, nodes } of violations)
              for (const { html } of nodes) found.push(`${path} ${id}: ${html.slice(0, 160)}`);
          }
          assert.deepEqual(found, []);
        }),
    }),
  ),
];
