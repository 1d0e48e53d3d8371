import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

const looks = [
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;

/** The room of promises: figures that lead to what they count, two arrangements, any day. */
export const promisesChecks: readonly Check[] = [
  {
    name: 'a figure of the promises leads to those it counts, and a day before they were made to none',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/promises');
        await page.waitForSelector('.promise');
        const late = page.locator('.promise-figures [data-status="late"] a');
        const count = Number(await late.locator('strong').textContent());
        await late.click();
        await page.locator('.promise[data-status="open"]').first().waitFor({ state: 'detached' });
        assert.equal(await page.locator('.promise').count(), count);
        assert.match(page.url(), /status=late/);
        await page.reload();
        await page.waitForSelector('.promise');
        assert.equal(await page.locator('.promise').count(), count, 'the address holds what is looked at');
        await page.goto('/promises?view=party');
        await page.waitForSelector('.party-head h2 a');
        await page.click('.promise h3 a');
        await page.waitForSelector('.history-entry');
        await page.goto('/promises?asOf=2000-01-01');
        await page.waitForSelector('.panel.quiet');
      }),
  },
  ...looks.map((look) => ({
    name: `axe finds nothing among the promises in ${look.language}, ${look.scheme}`,
    run: (stage: Parameters<Check['run']>[0]) =>
      withPage(stage, look, async (page) => {
        for (const path of ['/promises', '/promises?view=party']) {
          await page.goto(path);
          await page.waitForSelector('.promise');
          const { violations } = await new AxeBuilder({ page }).analyze();
          assert.deepEqual(
            violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`),
            [],
          );
        }
      }),
  })),
];
