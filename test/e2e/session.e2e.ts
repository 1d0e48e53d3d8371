import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

/** Signs in through the dialog, by keyboard alone. */
export async function signIn(page: Page, token: string): Promise<void> {
  await page.focus('.session-in');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.session-dialog[open] input:focus');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.session-name');
}

/** Who acts: nobody until the server knows the token, and nobody again after signing out. */
export const sessionChecks: readonly Check[] = [
  {
    name: 'a wrong token is refused in words, the right one says who acts, and both go with the window',
    run: (stage) =>
      withPage(stage, { language: 'ar' }, async (page) => {
        await page.goto('/collections');
        await page.click('.session-in');
        await page.keyboard.type('not-the-token');
        await page.keyboard.press('Enter');
        await page.waitForSelector('.session-dialog .ds-validation-message');
        const { violations } = await new AxeBuilder({ page }).include('.session-dialog').analyze();
        assert.deepEqual(
          violations.map(({ id }) => id),
          [],
        );
        await page.keyboard.press('Escape');
        await page.waitForSelector('.session-dialog[open]', { state: 'detached' });
        if (stage.token === undefined) return;
        await signIn(page, stage.token);
        assert.equal(
          await page.evaluate(`JSON.stringify(localStorage).includes('${stage.token}')`),
          false,
          'the token is in no lasting place',
        );
        await page.reload();
        await page.click('.header-settings summary');
        await page.click('.header-settings .menu-panel button');
        await page.waitForSelector('.session-in');
        assert.equal(await page.evaluate(`sessionStorage.getItem('ufuq-session')`), null);
      }),
  },
  {
    name: 'a token that lapsed leads back to the dialog',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections');
        await page.evaluate(
          `sessionStorage.setItem('ufuq-session', '{"token":"former","name":"administrator"}')`,
        );
        await page.reload();
        await page.waitForSelector('.session-dialog[open] [role="alert"]');
        await page.waitForSelector('.session-in');
      }),
  },
];
