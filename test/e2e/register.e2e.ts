import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

async function rowCount(page: Page): Promise<number> {
  await page.waitForSelector('.table-scroll[aria-busy="false"] tbody tr');
  return page.locator('.records tbody tr').count();
}

/** The register's room: table, map and filter say the same. */
export const registerChecks: readonly Check[] = [
  {
    name: 'the filter builder narrows the list, shows its CQL2 and stands in the address',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections/data-centres');
        const before = await rowCount(page);
        await page.click('.tools > button.tool');
        await page.selectOption('.filter-row select >> nth=0', 'status');
        await page.selectOption('.filter-row select.filter-value', 'operating');
        assert.equal(await page.inputValue('.filter textarea'), "status = 'operating'");
        await page.click('.filter button[type="submit"]');
        await page.waitForURL(/filter=status/);
        await page
          .locator('.records tbody tr')
          .nth(before - 1)
          .waitFor({ state: 'detached' });
        const api = await page.request.get(new URL(page.url()).pathname + new URL(page.url()).search, {
          headers: { accept: 'application/geo+json' },
        });
        const { features } = (await api.json()) as { features: unknown[] };
        assert.equal(
          await rowCount(page),
          features.length,
          'the same address gives a program the same records',
        );
      }),
  },
  {
    name: "a filter that the server refuses is answered with the server's sentence beside it",
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto(`/collections/data-centres/items`);
        await rowCount(page);
        await page.click('.tools > button.tool');
        await page.fill('.filter textarea', 'status = = 3');
        await page.click('.filter button[type="submit"]');
        await page.waitForSelector('.filter .ds-validation-message');
        assert.equal(await page.getAttribute('.filter textarea', 'aria-invalid'), 'true');
        assert.equal(await page.inputValue('.filter textarea'), 'status = = 3', 'nothing typed is lost');
      }),
  },
  {
    name: 'table and map mark the same record; sorting and columns stand in the address',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections/administrative-districts/items');
        await rowCount(page);
        await page.waitForSelector('[data-drawn]');
        await page.click('.row-locate >> nth=2');
        const title = await page.locator('.records tbody tr >> nth=2').locator('th').textContent();
        await page.locator('.record-card h3', { hasText: title ?? '' }).waitFor();
        await page.click('.records thead [aria-sort] button >> nth=0');
        await page.waitForURL(/sortby=/);
        await page.waitForSelector('th[aria-sort="ascending"]');
      }),
  },
];
