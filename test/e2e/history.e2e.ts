import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

const square = (east: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [46.9, 40.2],
      [east, 40.2],
      [east, 40.2015],
      [46.9, 40.2015],
      [46.9, 40.2],
    ],
  ],
});

/** The two-time picture of a record, and two of its versions beside one another. */
export const historyChecks: readonly Check[] = [
  {
    name: 'the picture leads to an entry by keyboard, and two versions show what the place gained',
    run: (stage) =>
      withPage(stage, { language: 'ar' }, async (page) => {
        if (stage.token === undefined) return;
        const path = '/collections/parcels/items/history-check';
        const headers = {
          authorization: `Bearer ${stage.token}`,
          'content-type': 'application/geo+json',
        };
        for (const [east, query] of [
          [46.902, ''],
          [46.904, '?validFrom=2022-01-01&validTo=2023-01-01'],
        ] as const) {
          const properties = {
            cadastral_number: 'CHK-00001-001',
            land_use: 'residential',
            area_m2: 700,
            registered: '2019-03-01',
            label: 'synthetic',
            source: 'test of the portal',
          };
          const data = { type: 'Feature', geometry: square(east), properties };
          const written = await page.request.put(path + query, { headers, data });
          assert.ok(written.ok(), await written.text());
        }
        await page.goto(`${path}?datetime=2022-06-01`);
        await page.waitForSelector('.two-times-region[data-answer]');
        assert.ok((await page.locator('.two-times-region[data-kind="superseded"]').count()) > 0);
        await page.focus('.two-times-region[data-answer]');
        const target = await page.getAttribute('.two-times-region[data-answer]', 'href');
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.hash === target);
        await page.click('.compare summary');
        await page.waitForSelector('.geometry-change [data-tone="added"]');
        await page.waitForSelector('.geometry-change [data-drawn]');
        const { violations } = await new AxeBuilder({ page })
          .include('[aria-labelledby="record-history"]')
          .analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
        );
        assert.deepEqual(found, []);
      }),
  },
];
