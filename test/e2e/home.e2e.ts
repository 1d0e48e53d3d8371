import assert from 'node:assert/strict';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

/** The first room: it needs nobody else, it finds, and it speaks. */
export const homeChecks: readonly Check[] = [
  {
    name: 'home draws the country without a foreign request and without an error',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        const foreign: string[] = [];
        const wrong: string[] = [];
        page.on('request', (request) => {
          if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(stage.base))
            foreign.push(request.url());
        });
        page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
        page.on('pageerror', (error) => wrong.push(error.message));
        await page.goto('/');
        await page.waitForSelector('.desk-card a');
        await page.waitForSelector('[data-drawn]');
        assert.deepEqual({ foreign, wrong }, { foreign: [], wrong: [] });
        assert.equal(await page.title(), 'Ufuq');
      }),
  },
  {
    name: 'search finds a place by keyboard and leads to it',
    run: (stage) =>
      withPage(stage, { language: 'az' }, async (page) => {
        await page.goto('/');
        await page.fill('[role="combobox"]', 'Şuşa');
        const option = page.locator('[role="option"]', { hasText: 'Şuşa' });
        await option.first().waitFor();
        await page.keyboard.press('ArrowDown');
        const chosen = await page.getAttribute('[role="combobox"]', 'aria-activedescendant');
        assert.ok(chosen, 'an option is active after the arrow key');
        const href = await page.locator(`[id="${chosen}"]`).getAttribute('href');
        await page.keyboard.press('Enter');
        await page.waitForURL(`**${href}`);
        await page.locator('h1', { hasText: 'Şuşa' }).waitFor();
      }),
  },
  {
    name: 'the language switch turns words, numerals and direction, and is remembered',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/');
        await page.waitForSelector('.desk-card a');
        assert.equal(await page.getAttribute('html', 'dir'), 'ltr');
        await page.selectOption('.header-select', 'ar');
        await page.locator('h1', { hasText: 'سجلات البلاد' }).waitFor();
        assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
        await page.locator('.desk-count', { hasText: /[٠-٩]/ }).first().waitFor();
        await page.reload();
        await page.locator('h1', { hasText: 'سجلات البلاد' }).waitFor();
        assert.equal(await page.getAttribute('html', 'lang'), 'ar');
      }),
  },
];
