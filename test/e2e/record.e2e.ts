import assert from 'node:assert/strict';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

/** The record's room: what it says, how far it can be relied on, how it came to be. */
export const recordChecks: readonly Check[] = [
  {
    name: 'a record shows its properties, source, reliability and history',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections/administrative-districts/items');
        await page.click('.records tbody th a');
        await page.waitForSelector('.history-entry');
        await page.waitForSelector('.standing .reliability');
        assert.ok((await page.locator('.properties > div').count()) > 3);
        const said = (await page.textContent('.history-entry')) ?? '';
        assert.match(said, /\d{4}/, 'an entry says when it was recorded');
        await page.waitForSelector('.record-map [data-drawn]');
      }),
  },
  {
    name: 'a record that is not there is answered in words',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections/administrative-districts/items/no-such-district');
        await page.locator('h1').waitFor();
        assert.ok(((await page.textContent('body')) ?? '').length > 40);
      }),
  },
];
