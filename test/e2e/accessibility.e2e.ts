import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const rooms = [
  { path: '/', ready: '.desk-card a' },
  {
    path: '/collections/administrative-districts/items?filter=kind%20%3D%20%27city%27',
    ready: '.records tbody tr',
  },
  { path: '/collections/administrative-districts/items/baku', ready: '.history-entry' },
];

const looks = [
  { language: 'en', scheme: 'light' },
  { language: 'ar', scheme: 'dark' },
] as const;

/** WCAG 2.2 AA as far as a machine can tell, in both directions, light and dark. */
export const accessibilityChecks: readonly Check[] = looks.map((look) => ({
  name: `axe finds nothing at home, register and record in ${look.language}, ${look.scheme}`,
  run: (stage) =>
    withPage(stage, look, async (page) => {
      const found: string[] = [];
      for (const { path, ready } of rooms) {
        await page.goto(path);
        await page.waitForSelector(ready);
        const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
        for (const { id, nodes } of violations)
          for (const { html } of nodes) found.push(`${path} ${id}: ${html.slice(0, 160)}`);
      }
      assert.deepEqual(found, []);
    }),
}));
