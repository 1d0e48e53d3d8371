import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { BaseRows } from './base-rows.ts';
import { BrokenSnapshotError, type PageCache } from './paged-bytes.ts';

/** Hears of a file that could not be opened, and why. */
export type OnUnfit = (file: string, error: unknown) => void;

/** The snapshots of a data folder: one file a register and position, the newest of which counts. */
export class SnapshotFiles {
  private readonly folder: string;
  private readonly cache: PageCache;
  private readonly onUnfit: OnUnfit;

  constructor(folder: string, cache: PageCache, onUnfit: OnUnfit = () => {}) {
    this.folder = folder;
    this.cache = cache;
    this.onUnfit = onUnfit;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  pathOf(register: string, position: number): string {
    return join(this.folder, `${nameOf(register)}.${position}.snapshot`);
  }

  /** Opens the newest whole file of a register; what is broken or older is removed, if that is wished. */
  openNewest(register: string, cleans = true): BaseRows | undefined {
    let newest: BaseRows | undefined;
    for (const file of this.of(register)) {
      try {
        if (!newest && file.endsWith('.snapshot')) newest = new BaseRows(join(this.folder, file), this.cache);
        else if (cleans) this.remove(file);
      } catch (error) {
        this.onUnfit(file, error);
        // What cannot be opened just now, for want of a handle or a permission, may be whole.
        if (cleans && error instanceof BrokenSnapshotError) this.remove(file);
      }
    }
    return newest;
  }

  open(register: string, position: number): BaseRows {
    return new BaseRows(this.pathOf(register, position), this.cache);
  }

  /** Removes every file of a register but one; an open file goes on being readable. */
  keepOnly(register: string, position: number | undefined): void {
    const kept = position === undefined ? undefined : `${nameOf(register)}.${position}.snapshot`;
    for (const file of this.of(register)) if (file !== kept) this.remove(file);
  }

  /** Removes what lies there of any other register: one that was dropped, or is no longer for everybody. */
  keepRegisters(registers: readonly string[]): void {
    const kept = new Set(registers.map(nameOf));
    for (const file of readdirSync(this.folder)) if (!kept.has(file.split('.')[0]!)) this.remove(file);
  }

  /** Files of a register, the newest first; drafts and spools of a process that was killed are among them. */
  private of(register: string): readonly string[] {
    const prefix = `${nameOf(register)}.`;
    const positionOf = (file: string) => Number(file.slice(prefix.length).split('.')[0]);
    return readdirSync(this.folder)
      .filter((file) => file.startsWith(prefix))
      .sort((a, b) => positionOf(b) - positionOf(a));
  }

  private remove(file: string): void {
    rmSync(join(this.folder, file), { force: true });
  }
}

/** Ids of registers are names of files where they are short; the others go by a hash. */
function nameOf(register: string): string {
  if (/^[a-z0-9_-]{1,80}$/.test(register)) return register;
  return createHash('sha256').update(register).digest('hex');
}
