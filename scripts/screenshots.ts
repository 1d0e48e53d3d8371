import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openBrowser, withPage } from '../test/e2e/browser.ts';
import { openTarget } from '../test/e2e/target.ts';

/** Makes the pictures of the README from a running portal, so that they show what is there. */

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
const mostBytes = 300_000;

const pictures: readonly { name: string; path: string; prepare?: (page: Page) => Promise<void> }[] = [
  { name: 'home', path: '/' },
  {
    name: 'register',
    path: `/collections/administrative-districts/items?${new URLSearchParams({ filter: 'area_km2 > 1200', 'filter-lang': 'cql2-text' })}`,
    prepare: async (page) => {
      await page.locator('.records tbody tr').nth(6).locator('td').nth(1).hover();
      await page.waitForTimeout(1500);
    },
  },
];

const browser = await openBrowser();
if (browser === undefined) throw new Error('Chromium is missing');
const target = await openTarget();
try {
  await mkdir(folder, { recursive: true });
  for (const { name, path, prepare } of pictures) {
    await withPage({ browser, base: target.base }, { width: 1440, height: 1060 }, async (page) => {
      await page.goto(path);
      await page.waitForSelector('[data-drawn]');
      await page.waitForTimeout(1000);
      await prepare?.(page);
      const picture = await page.screenshot({ animations: 'disabled' });
      if (picture.byteLength > mostBytes) throw new Error(`${name}.png has ${picture.byteLength} bytes`);
      await writeFile(`${folder}${name}.png`, picture);
      console.log(`docs/images/${name}.png · ${Math.round(picture.byteLength / 1000)} kB`);
    });
  }
} finally {
  await browser.close();
  await target.stop();
}
