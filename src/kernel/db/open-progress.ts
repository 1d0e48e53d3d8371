import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** `share` runs from 0 to 1; PGlite does not say how far it is, so it is an estimate from the time that opening takes. */
export type OpenProgress = (stage: 'making-store' | 'opening-store', share: number) => void;

const expectedMilliseconds = { 'making-store': 20_000, 'opening-store': 5_000 };

/** Whether a folder holds a PostgreSQL store. */
export function hasStore(folder: string): boolean {
  return existsSync(join(folder, 'PG_VERSION'));
}

/** Runs `open` and tells its progress four times a second; the share nears 1 without reaching it before the end. */
export async function reportProgress<T>(
  isNew: boolean,
  onProgress: OpenProgress | undefined,
  open: () => Promise<T>,
): Promise<T> {
  const stage = isNew ? 'making-store' : 'opening-store';
  const start = performance.now();
  onProgress?.(stage, 0);
  const timer = setInterval(() => {
    onProgress?.(stage, 1 - Math.exp((-1.5 * (performance.now() - start)) / expectedMilliseconds[stage]));
  }, 250);
  try {
    const opened = await open();
    onProgress?.(stage, 1);
    return opened;
  } finally {
    clearInterval(timer);
  }
}
