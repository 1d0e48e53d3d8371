import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administrator } from '../../src/kernel/access/caller.ts';
import type { Register } from '../../src/kernel/register/register.ts';
import { importFile } from '../../src/kernel/transfer/import-file.ts';
import type { ImportRequest } from '../../src/kernel/transfer/import-request.ts';
import type { ImportReport } from '../../src/kernel/transfer/report.ts';
import { openKernel, type TestKernel } from '../engines/kernel.ts';

/** A kernel and a folder of files to import into it. */
export interface ImportKernel extends TestKernel {
  readonly folder: string;
  write(name: string, content: string | Uint8Array): string;
  import(path: string, request?: Partial<ImportRequest>): Promise<ImportReport>;
  close(): Promise<void>;
}

export async function openImportKernel(registers: readonly Register[] = []): Promise<ImportKernel> {
  const kernel = await openKernel(registers);
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-test-import-'));
  return {
    ...kernel,
    folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    import: (path, request = {}) =>
      importFile(kernel, {
        path,
        caller: administrator,
        limits: { maxVertices: 100_000 },
        workFolder: join(folder, 'work'),
        ...request,
      }),
    async close() {
      rmSync(folder, { recursive: true });
      await kernel.database.close();
    },
  };
}

export function collection(features: readonly object[], members: object = {}): string {
  return JSON.stringify({ type: 'FeatureCollection', ...members, features });
}

export function feature(
  id: string | number | undefined,
  properties: object,
  geometry: object | null,
): object {
  return { type: 'Feature', ...(id === undefined ? {} : { id }), properties, geometry };
}

export const point = (x: number | null, y: number) => ({ type: 'Point', coordinates: [x, y] });
