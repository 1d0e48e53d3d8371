import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';
import { signIn } from './session.e2e.ts';

const example = '.check-sources .tool >> nth=1';
const submit = '.check-input button[type="submit"]';

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
    [],
  );
}

/** The room in which a change is tried out: what is wrong stands in the list and on the map, and each finds the other. */
export const checkRoomChecks: readonly Check[] = [
  {
    name: 'a change without a session leads to the dialog, and the room is axe-clean in Arabic',
    run: (stage) =>
      withPage(stage, { language: 'ar', width: 390 }, async (page) => {
        await page.goto('/check');
        await page.click(example);
        await page.waitForSelector('.check-map [data-drawn]');
        await axe(page);
        await page.click(submit);
        await page.waitForSelector('.session-dialog[open]');
      }),
  },
  {
    name: 'an overlap is told and drawn, filtered and downloaded; what is sound is written after a confirmation',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        if (stage.token === undefined) return;
        await page.goto('/check');
        await signIn(page, stage.token);
        await page.click(example);
        await page.click(submit);
        await page.waitForSelector('.verdict[data-kind="refused"]');
        assert.match((await page.textContent('.violation-code')) ?? '', /^overlaps/);
        await page.focus('.violation');
        await page.keyboard.press('Enter');
        assert.equal(await page.getAttribute('.violation', 'aria-pressed'), 'true');
        await page.waitForSelector('.check-map [data-drawn]');
        await axe(page);
        const download = page.waitForEvent('download');
        await page.click('.verdict-tools .tool');
        assert.equal((await download).suggestedFilename(), 'violations.geojson');

        const id = `e2e-${Date.now()}`;
        const name = { az: 'a', en: 'a', ar: 'a', fa: 'a' };
        const properties = { name, label: 'synthetic', source: 'test' };
        await page.fill(
          '.check-input textarea',
          JSON.stringify([{ op: 'create', register: 'carriers', id, properties }]),
        );
        assert.equal(await page.locator('.verdict').count(), 0, 'an edited change has no verdict yet');
        await page.click(submit);
        await page.click('.verdict[data-kind="sound"] .ds-button');
        await page.click('dialog[open] button[type="submit"]');
        await page.click(`.verdict[data-kind="written"] a:has-text("${id}")`);
        await page.waitForSelector('.history-entry');
      }),
  },
];
