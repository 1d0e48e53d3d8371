import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';
import { pdfOf } from './pdf-file.ts';
import { signIn } from './session.e2e.ts';

const room = '/collections/administrative-districts/items/sheki';
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** Attaches a file as a person does: sign in, choose, name, send. */
async function attach(page: Page, name: string, buffer: Buffer, isRestricted = false): Promise<void> {
  await page.setInputFiles('.attach input[type="file"]', { name, mimeType: 'text/plain', buffer });
  if (isRestricted) await page.check('.attach-check input');
  const cards = await page.locator('.evidence-card').count();
  await page.click('.attach > button[type="submit"]');
  await page.locator('.evidence-card').nth(cards).waitFor();
}

async function violationsIn(page: Page, part: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

/** Documents as evidence: attached, looked at page by page, checked in the browser, hidden where they are not public. */
export const evidenceChecks: readonly Check[] = [
  {
    name: 'a PDF is attached, read page by page by keyboard, and its bytes are checked in the browser',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        if (stage.token === undefined) return;
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/Content.Security.Policy/i.test(message.text())) refused.push(message.text());
        });
        await page.goto(room);
        await signIn(page, stage.token);
        const pages = ['First', 'Second', randomBytes(8).toString('hex')];
        await attach(page, 'act.exe', pdfOf(pages));
        const card = page.locator('.evidence-card[data-kind="pdf"]').last();
        await card.locator('button').last().click();
        await card.locator('[data-verdict="right"]').waitFor();
        await card.locator('button').first().click();
        await page.waitForSelector('.pdf-page[data-drawn="1"]');
        await page.focus('.viewer-stage');
        await page.keyboard.press('PageDown');
        await page.keyboard.press('PageDown');
        await page.waitForSelector('.pdf-page[data-drawn="3"]');
        assert.match((await page.textContent('.textLayer')) ?? '', new RegExp(pages[2]!));
        const width = () => page.evaluate<number>(`document.querySelector('.pdf-page').offsetWidth`);
        const before = await width();
        await page.keyboard.press('+');
        for (let tries = 0; tries < 50 && (await width()) <= before; tries++) await page.waitForTimeout(100);
        assert.ok((await width()) > before, 'the page has grown');
        assert.deepEqual(await violationsIn(page, '.viewer'), []);
        await page.keyboard.press('Escape');
        await page.waitForSelector('.viewer', { state: 'detached' });
        assert.deepEqual(refused, [], 'nothing was refused by the Content-Security-Policy');
      }),
  },
  {
    name: 'an image opens in Arabic, and a document that is not public is only said to be there',
    run: (stage) =>
      withPage(stage, { language: 'ar', scheme: 'dark' }, async (page) => {
        if (stage.token === undefined) return;
        await page.goto(room);
        await signIn(page, stage.token);
        const image = Buffer.concat([Buffer.from(pixel, 'base64'), randomBytes(8)]);
        await attach(page, 'photo.png', image);
        await page.locator('.evidence-card[data-kind="image"] button').first().click();
        await page.waitForSelector('.viewer-image');
        await page.evaluate(`document.querySelector('.viewer-image').decode()`);
        assert.deepEqual(await violationsIn(page, '.viewer'), []);
        await page.keyboard.press('Escape');
        const secret = randomBytes(8).toString('hex');
        await attach(page, `${secret}.txt`, Buffer.from(secret), true);
        assert.deepEqual(await violationsIn(page, '.evidence'), []);
        await page.evaluate(`sessionStorage.clear()`);
        await page.reload();
        await page.waitForSelector('.evidence-card:not([data-kind]):not([aria-busy])');
        assert.equal(((await page.textContent('body')) ?? '').includes(secret), false);
        assert.deepEqual(await violationsIn(page, '.evidence'), []);
      }),
  },
];
