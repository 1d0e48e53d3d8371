import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { withPage } from './browser.ts';
import type { Check } from './check.ts';

/** Runs in the page: share of a picture's pixels that are near a colour. */
const countPixels = (picture: string, colour: readonly number[]) => `(async () => {
  const [red, green, blue] = ${JSON.stringify(colour)};
  const image = new Image();
  image.src = 'data:image/png;base64,${picture}';
  await image.decode();
  const copy = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
  const pen = copy.getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, copy.width, copy.height);
  let near = 0;
  for (let i = 0; i < data.length; i += 4)
    if (Math.abs(data[i] - red) + Math.abs(data[i + 1] - green) + Math.abs(data[i + 2] - blue) < 24) near++;
  return near / (data.length / 4);
})()`;

/** Of the map as a person sees it: a canvas that is not being drawn gives its pixels to nobody else. */
async function shareOf(page: Page, colour: readonly number[]): Promise<number> {
  const picture = (await page.locator('.maplibregl-canvas').screenshot()).toString('base64');
  return page.evaluate<number>(countPixels(picture, colour));
}

/** The map draws from tiles; what it shows, says and finds. */
export const mapChecks: readonly Check[] = [
  {
    name: 'the map of a register draws from its tiles, in the colours of its legend, without an error',
    run: (stage) =>
      withPage(stage, { width: 1440 }, async (page) => {
        const wrong: string[] = [];
        const tiles: number[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') wrong.push(message.text());
        });
        page.on('pageerror', (error) => wrong.push(error.message));
        page.on('response', (response) => {
          if (/\/tiles\/WebMercatorQuad\/\d+\/\d+\/\d+/.test(response.url())) tiles.push(response.status());
        });
        await page.goto('/collections/settlements/items?datetime=2024-01-01&asOf=2100-01-01');
        await page.waitForSelector('[data-drawn]');
        await page.waitForTimeout(500);
        assert.deepEqual(wrong, []);
        assert.ok(
          tiles.length > 0 && tiles.every((status) => [200, 204, 304].includes(status)),
          String(tiles),
        );
        const legend = await page.locator('.map-legend rect').nth(1).getAttribute('fill');
        const channel = (at: number) => Number.parseInt(legend!.slice(at, at + 2), 16);
        // A map may be drawn several times before the last tile is on it.
        let share = 0;
        for (let tries = 0; tries < 40 && share <= 0.0005; tries++) {
          share = await shareOf(page, [channel(1), channel(3), channel(5)]);
          if (share <= 0.0005) await page.waitForTimeout(250);
        }
        assert.ok(share > 0.0005, `only ${share} of the map is ${legend}`);
      }),
  },
  {
    name: 'a click on the map finds the record; the legend speaks the reader’s language',
    run: (stage) =>
      withPage(stage, { width: 1440, language: 'ar' }, async (page) => {
        await page.goto('/collections/administrative-districts/items');
        await page.waitForSelector('[data-drawn]');
        const box = (await page.locator('.maplibregl-canvas').boundingBox())!;
        await page.mouse.click(box.x + box.width * 0.45, box.y + box.height * 0.45);
        await page.waitForSelector('.record-card h3');
        await page.waitForSelector(
          '.records tr.is-selected, .records tr[aria-selected="true"], .record-card',
        );
        assert.match((await page.locator('.map-legend').textContent()) ?? '', /مفتاح الخريطة/);
      }),
  },
  {
    name: 'the map is printed as PDF and PNG on one sheet',
    run: (stage) =>
      withPage(stage, { language: 'ar' }, async (page) => {
        await page.goto('/collections/data-centres/items?datetime=2023-12-31');
        await page.waitForSelector('[data-drawn]');
        for (const [at, begin] of [
          [0, '%PDF-1.4'],
          [1, '\x89PNG'],
        ] as const) {
          if (at === 0) await page.click('.map-print summary');
          const [download] = await Promise.all([
            page.waitForEvent('download'),
            page.locator('.map-print .menu-list button').nth(at).click(),
          ]);
          const bytes = await readFile(await download.path());
          assert.equal(bytes.toString('latin1', 0, begin.length), begin);
          assert.ok(bytes.length > 50_000, `${bytes.length} bytes are no map`);
        }
      }),
  },
];
