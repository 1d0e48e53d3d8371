import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian puts the browser; another one by `UFUQ_CHROMIUM`. */
const executable = process.env.UFUQ_CHROMIUM ?? '/usr/bin/chromium';

/** WebGL in software, and nothing that speaks to the world by itself. */
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Undefined where Chromium is missing. */
export async function openBrowser(): Promise<Browser | undefined> {
  if (!existsSync(executable)) return undefined;
  return chromium.launch({ executablePath: executable, args: flags });
}

/** A visitor's language and screen. */
export interface Visit {
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
}

const patienceMs = 30_000;

/** Gives a page to a visitor, without motion so that pictures are alike, and closes it whatever happens. */
export async function withPage(
  { browser, base }: { readonly browser: Browser; readonly base: string },
  { language = 'en', width = 1280, height = 800, scheme = 'light' }: Visit,
  visit: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    reducedMotion: 'reduce',
  });
  try {
    context.setDefaultTimeout(patienceMs);
    await context.addCookies([{ name: 'ufuq-language', value: language, url: base }]);
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
}
