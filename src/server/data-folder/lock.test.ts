import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderInUseError, FolderLock, lockHolder, lockPath } from './lock.ts';
import { thisProcess } from './process-identity.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ufuq-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function leave(changes: object): void {
  const holder = {
    ...thisProcess(),
    instance: 'old',
    purpose: 'server',
    since: '2026-01-01T00:00:00Z',
    ...changes,
  };
  writeFileSync(lockPath(folder), JSON.stringify(holder));
}

test('a second holder is refused and told who has it; after release it may', () => {
  const first = FolderLock.take(folder, { purpose: 'server', url: 'http://127.0.0.1:1' });
  expect(() => FolderLock.take(folder, { purpose: 'verb' })).toThrow(FolderInUseError);
  expect(lockHolder(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:1' });
  first.release();
  expect(existsSync(lockPath(folder))).toBe(false);
  FolderLock.take(folder, { purpose: 'verb' }).release();
});

test('the lock of a process that was killed is taken over', async () => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  await once(child, 'spawn');
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  leave({ pid: child.pid, started });
  expect(() => FolderLock.take(folder, { purpose: 'server' })).toThrow(FolderInUseError);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const lock = FolderLock.take(folder, { purpose: 'server' });
  expect(lockHolder(folder)?.instance).toBe(lock.instance);
  lock.release();
});

test('a process number that was given to another process does not hold the folder', () => {
  leave({ started: '1' });
  expect(lockHolder(folder)).toBeUndefined();
});

test('a lock from before the machine was restarted does not hold', () => {
  const [host, , space] = thisProcess().machine.split(' ');
  leave({ machine: `${host} another-boot ${space}` });
  expect(lockHolder(folder)).toBeUndefined();
});

test('a holder on another machine holds while its heart beats', () => {
  leave({ machine: 'elsewhere boot space' });
  expect(lockHolder(folder)?.instance).toBe('old');
  const earlier = new Date(Date.now() - 60_000);
  utimesSync(lockPath(folder), earlier, earlier);
  expect(lockHolder(folder)).toBeUndefined();
});

test('a lock that a crash cut off is taken over', () => {
  writeFileSync(lockPath(folder), '{"pid":');
  FolderLock.take(folder, { purpose: 'server' }).release();
});
