import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

async function boxOf(locator: Locator) {
  const box = await locator.first().boundingBox();
  assert.ok(box, `${locator} is drawn`);
  return box;
}

/** Nothing lies on something else, whichever way the page is read. */
export const layoutChecks: readonly Check[] = [
  {
    name: 'whom the map is owed to lies beside what stands at its foot, from left and from right',
    run: async (stage) => {
      for (const language of ['en', 'ar'])
        await withPage(stage, { width: 1440, language }, async (page) => {
          await page.goto('/collections/data-centres/items');
          await page.waitForSelector('.map-credits');
          const credits = await boxOf(page.locator('.map-credits'));
          const foot = await boxOf(page.locator('.map-foot > :last-child'));
          const isBeside = foot.x + foot.width <= credits.x || credits.x + credits.width <= foot.x;
          assert.ok(isBeside, `${language}: ${JSON.stringify({ credits, foot })}`);
        });
    },
  },
];
