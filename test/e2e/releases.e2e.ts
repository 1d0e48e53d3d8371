import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';
import { signIn } from './session.e2e.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The room of releases: made by who is signed in, read and checked by everybody. */
export const releasesChecks: readonly Check[] = [
  {
    name: 'the administrator has a register released and is led to it',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        if (stage.token === undefined) return;
        await page.goto('/releases');
        await signIn(page, stage.token);
        await page.locator('.release-form input[type="search"]').fill('district');
        await page.locator('.release-registers input').first().check();
        await page.locator('.release-form button[type="submit"]').click();
        await page.locator('.release-outcome a').click();
        await page.locator('.release-files tbody tr').first().waitFor();
        assert.match(page.url(), /\/releases\/[0-9a-f]{64}$/);
      }),
  },
  ...(['en', 'ar'] as const).map((language) => ({
    name: `releases are listed, each with its files and the way to check it, and axe finds nothing (${language})`,
    run: (stage: Parameters<Check['run']>[0]) =>
      withPage(stage, { language, scheme: language === 'ar' ? 'dark' : 'light' }, async (page) => {
        const found: string[] = [];
        const examine = async () => {
          const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
          for (const { id, nodes } of violations)
            for (const { html } of nodes) found.push(`${id}: ${html.slice(0, 160)}`);
        };
        await page.goto('/releases');
        await page.locator('.release-panel').first().waitFor();
        await examine();
        const first = page.locator('.release-card a').first();
        if ((await first.count()) > 0) {
          await first.click();
          await page.locator('.release-files tbody tr').first().waitFor();
          const command = await page.locator('.release-command code').textContent();
          assert.match(command ?? '', /^ufuq verify http.*\/releases\/[0-9a-f]{64}$/);
          await examine();
        }
        assert.deepEqual(found, []);
      }),
  })),
];
