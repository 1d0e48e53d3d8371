import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { imagePdf } from './image-pdf.ts';
import { leftToRight } from './left-to-right.ts';
import { scaleBar, scaleOf } from './scale-bar.ts';

test('a scale bar shows a round length within its room', () => {
  for (const [metresPerPixel, metres] of [
    [1, 200],
    [37, 10_000],
    [1200, 200_000],
    [0.04, 10],
  ] as const) {
    const bar = scaleBar(metresPerPixel, 300);
    expect(bar.metres).toBe(metres);
    expect(bar.pixels).toBeLessThanOrEqual(300);
    expect(bar.pixels * metresPerPixel).toBeCloseTo(metres, 6);
  }
  expect(scaleOf(31.2, 8000)).toBe(250_000);
});

/** A JPEG of one grey pixel. */
const pixel =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/yQALCAABAAEBAREA/8wABgAQEAX/2gAIAQEAAD8A0s8g/9k=';

test('another program reads the page, its size and its Arabic title', async () => {
  const data = imagePdf({
    jpeg: Uint8Array.from(atob(pixel), (letter) => letter.charCodeAt(0)),
    widthPx: 1,
    heightPx: 1,
    pageWidth: 842,
    pageHeight: 595,
    title: 'قطع الأراضي · Torpaq sahələri',
    language: 'ar',
  });
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  expect(pdf.numPages).toBe(1);
  expect((await pdf.getPage(1)).view).toEqual([0, 0, 842, 595]);
  const { info } = await pdf.getMetadata();
  expect((info as { Title: string }).Title).toBe('قطع الأراضي · Torpaq sahələri');
});

test('a filter on an Arabic sheet keeps its quotation marks on their sides', () => {
  expect(leftToRight("place='goychay'")).toBe("\u2066place='goychay'\u2069");
});
