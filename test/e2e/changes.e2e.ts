import assert from 'node:assert/strict';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check, Stage } from './check.ts';
import { signIn } from './session.e2e.ts';

const same = (text: string) => ({ az: text, en: text, ar: text, fa: text });

/** Writes a record as somebody else would, while the room stands open. */
async function write({ base, token }: Stage, record: string, name: string): Promise<void> {
  const properties = { name: same(name), label: 'synthetic', source: 'a check in Chromium' };
  const intent = { op: 'replace', register: 'carriers', id: record, properties };
  const answer = await fetch(`${base}/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify([intent]),
  });
  assert.equal(answer.status, 201, await answer.text());
}

async function assertAxeClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
    [],
  );
}

/** The room of changes and the one of webhooks. */
export const changesChecks: readonly Check[] = [
  {
    name: 'what is recorded appears in the room of changes at once, waits while it is paused, and can be narrowed',
    run: (stage) =>
      withPage(stage, {}, async (page) => {
        await page.goto('/changes');
        await page.waitForSelector('.live-state[data-state=open]');
        await assertAxeClean(page);
        if (stage.token === undefined) return;
        await write(stage, 'check-live', 'Seen at once');
        await page.waitForSelector('.change a:text("Seen at once")');
        await page.click('.changes-live .tool');
        await write(stage, 'check-live', 'Seen later');
        await page.waitForSelector('.live-state:text("1 change is waiting")');
        assert.equal(await page.locator('.change a:text("Seen later")').count(), 0);
        await page.click('.changes-live .tool');
        await page.waitForSelector('.change a:text("Seen later")');
        await page.selectOption('#changes-types', 'declared,dropped');
        await page.waitForSelector('.change[data-kind=declared]');
        assert.equal(await page.locator('.change[data-kind=upsert]').count(), 0);
        assert.match(page.url(), /types=declared/);
      }),
  },
  {
    name: 'the room of changes goes back to the first entry',
    run: (stage) =>
      withPage(stage, { language: 'ar', width: 390, scheme: 'dark' }, async (page) => {
        await page.goto('/changes?types=declared,dropped');
        await page.waitForSelector('.change[data-kind=declared]');
        await assertAxeClean(page);
        const more = page.locator('.changes > .ds-button');
        while ((await more.count()) > 0) await more.click().catch(() => {});
        const before = await page.locator('.change').count();
        assert.ok(before > 30, `${before} registers were declared`);
      }),
  },
  {
    name: 'an administrator makes a webhook, sees its secret once, and removes it after being asked',
    run: (stage) =>
      withPage(stage, { language: 'az' }, async (page) => {
        await page.goto('/webhooks');
        await page.waitForSelector('.notice .ds-button');
        if (stage.token === undefined) return;
        await signIn(page, stage.token);
        await page.fill('#webhook-target', 'ftp://example.org/hook');
        await page.click('.webhook-form > .ds-button');
        await page.waitForSelector('.webhook-form .ds-validation-message');
        await page.fill('#webhook-target', 'https://hooks.example.org/ufuq');
        await page.selectOption('#webhook-register', 'carriers');
        await page.click('.webhook-form > .ds-button');
        await page.waitForSelector('.secret-notice code');
        assert.match((await page.textContent('.secret-notice code')) ?? '', /^whsec_/);
        await assertAxeClean(page);
        const remove = page.locator('.webhook .session-actions .tool').nth(2);
        await remove.click();
        await page.click('dialog[open] .ds-button[type=submit]');
        await page.waitForSelector('.webhook', { state: 'detached' });
      }),
  },
];
