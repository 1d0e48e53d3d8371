import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';
import { signIn } from './session.e2e.ts';

const sentence = async (page: Page) => {
  await page.waitForSelector('.count-line[aria-busy="false"]');
  return (await page.textContent('.count-sentence')) ?? '';
};

async function axe(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
  assert.deepEqual(found, []);
}

/** The two times as a person moves them, and the sentence that says how many there were. */
export const timesChecks: readonly Check[] = [
  ...(['en', 'ar'] as const).map((language) => ({
    name: `both handles go by keyboard, the address and the sentence follow, and "now" goes back (${language})`,
    run: (stage: Parameters<Check['run']>[0]) =>
      withPage(stage, { language }, async (page) => {
        await page.goto('/collections/data-centres/items');
        await page.click('.tools > button.tool >> nth=1');
        const now = await sentence(page);
        await page.waitForSelector('.time-mark');
        await page.focus('.time-handle[data-lane="valid"]');
        for (let month = 0; month < 3; month++) await page.keyboard.press('PageDown');
        await page.waitForURL(/datetime=\d{4}-\d\d-\d\d/);
        const past = new URL(page.url()).searchParams.get('datetime')!;
        await page.keyboard.press(language === 'ar' ? 'ArrowRight' : 'ArrowLeft');
        await page.waitForURL((url) => ![past, null].includes(url.searchParams.get('datetime')));
        const dayBefore = new URL(page.url()).searchParams.get('datetime')!;
        assert.equal(Date.parse(past) - Date.parse(dayBefore), 86_400_000);
        await page.focus('.time-handle[data-lane="recorded"]');
        await page.keyboard.press('Home');
        await page.waitForURL(/asOf=/);
        await page.locator('.table-panel', { hasNot: page.locator('tbody tr') }).waitFor();
        await page.locator('.count-sentence', { hasNotText: now }).waitFor();
        await axe(page, '.time-strip');
        await axe(page, '.count-line');
        await page.click('.time-now');
        await page.waitForURL((url) => !/datetime|asOf/.test(url.search));
        await page.locator('.count-sentence', { hasText: now }).waitFor();
      }),
  })),
  {
    name: 'a pointer drags the upper handle to another year',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/collections/data-centres/items?datetime=2020-06-01');
        const knob = page.locator('.time-handle[data-lane="valid"] .time-knob');
        const box = (await knob.boundingBox())!;
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.down();
        await page.mouse.move(box.x - 250, box.y + 4, { steps: 4 });
        await page.mouse.up();
        await page.waitForURL(/datetime=201\d-/);
      }),
  },
  {
    name: "the journalist's question: unknown, a number once a custodian answers for it, unknown as known before",
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto(
          "/collections/data-centres/items?datetime=2019-12-31&filter=status%20%3D%20'operating'",
        );
        assert.match(await sentence(page), /^On 31 December 2019: unknown\./);
        if (stage.token === undefined) return;
        const before = new Date().toISOString();
        await signIn(page, stage.token);
        await page.click('.count-state');
        await page.click('.statement-dialog button[type="submit"]');
        await page.waitForSelector('.statement-faults p');
        await page.selectOption('.statement-dialog select >> nth=0', 'ministry-digital-development');
        await page.fill('.statement-dialog textarea', 'a census of all centres');
        await page.fill(
          '.statement-dialog input:not([type="date"], [type="checkbox"])',
          'test of the portal',
        );
        await page.selectOption('.statement-dialog select >> nth=1', 'synthetic');
        await axe(page, '.statement-dialog');
        await page.click('.statement-dialog button[type="submit"]');
        await page.locator('.statement-dialog [role="status"]').waitFor();
        await page.click('.statement-dialog button[type="submit"]');
        const statement = await page.locator('.statement-dialog a').getAttribute('href');
        await page.click('.statement-dialog button[data-variant="secondary"]');
        await page.locator('.count-line[data-known="true"]').waitFor();
        assert.match(
          await sentence(page),
          /^On 31 December 2019: \d+ records\. That this is all is stated by Ministry/,
        );
        await page.click('.count-statements summary');
        await page.locator('.statement-list', { hasText: 'a census of all centres' }).waitFor();
        await page.goto(`${page.url()}&asOf=${encodeURIComponent(before)}`);
        assert.match(await sentence(page), /^On 31 December 2019: unknown\. Nobody/);
        const withdrawn = await page.request.delete(`${statement}?validFrom=..&validTo=..`, {
          headers: { authorization: `Bearer ${stage.token}` },
        });
        assert.equal(withdrawn.status(), 204);
      }),
  },
];
