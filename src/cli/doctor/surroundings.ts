import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { tokenPath } from '../../server/data-folder/admin-token.ts';
import { lockHolder } from '../../server/data-folder/lock.ts';
import { type Check, check } from '../../server/operation/check.ts';
import { hasPortal } from '../../server/portal-files.ts';
import { findServer } from '../server-client.ts';

const leastNode = [20, 19] as const;
const leastFreeGigabytes = 2;

/** The program itself: the Node that runs it, and whether the portal was built. */
export function checkSurroundings(version = process.versions.node): readonly Check[] {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1]);
  return [
    check('node', isNewEnough ? 'ok' : 'problem', { version }),
    check('portal', hasPortal() ? 'ok' : 'problem'),
  ];
}

/** The data folder: whether it can be written, has room, and keeps its token to itself. */
export function checkFolder(folder: string): readonly Check[] {
  const disk = checkDisk(folder);
  if (!existsSync(folder)) return [check('folder', 'warning', { folder }), disk];
  let writable: Check;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writable = check('folder', 'ok', { folder });
  } catch (error) {
    writable = check('folder', 'problem', { folder, reason: (error as NodeJS.ErrnoException).code ?? '' });
  }
  return [writable, disk, checkToken(folder)];
}

function checkDisk(folder: string): Check {
  let existing = resolve(folder);
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize } = statfsSync(existing);
  const free = (bavail * bsize) / 1e9;
  return check('disk', free >= leastFreeGigabytes ? 'ok' : 'problem', { free: free.toFixed(1) });
}

function checkToken(folder: string): Check {
  const path = tokenPath(folder);
  if (!existsSync(path)) return check('token', 'warning');
  return check('token', (statSync(path).mode & 0o077) === 0 ? 'ok' : 'problem', { path });
}

/** Who has the folder: nobody, a server that answers, or somebody who does not. */
export async function checkLock(folder: string): Promise<Check> {
  const holder = lockHolder(folder);
  if (holder === undefined) return check('lock', 'ok');
  try {
    const server = await findServer(folder);
    return check('lock', 'ok', { url: server?.url ?? '' }, 'server');
  } catch {
    return check('lock', 'problem', { pid: String(holder.pid) });
  }
}
