import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Figures } from './load.ts';

/**
 * wrk takes a twentieth of a core where a client in JavaScript takes half of one: less of the machine that is measured. It
 * prints its version and exits with 1, so all that counts is whether it could be started.
 */
export const hasWrk = spawnSync('wrk', ['-v'], { stdio: 'ignore' }).error === undefined;

const script = (paths: string) => `
local requests, at = {}, 0
function init()
  for path in io.lines("${paths}") do requests[#requests + 1] = wrk.format("GET", path) end
end
function request()
  at = at % #requests + 1
  return requests[at]
end
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("\\nfigures %d %d %d %d %d %d\\n", summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
`;

/** Sends paths in their order over several connections for some seconds, as fast as the answers come. */
export async function loadByWrk(
  base: string,
  paths: readonly string[],
  { connections, seconds }: { readonly connections: number; readonly seconds: number },
): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'ufuq-wrk-'));
  try {
    const [list, lua] = [join(folder, 'paths'), join(folder, 'load.lua')];
    writeFileSync(list, `${paths.join('\n')}\n`);
    writeFileSync(lua, script(list));
    const flags = ['--threads', '1', '--connections', `${connections}`, '--duration', `${seconds}s`];
    const wrk = spawn('wrk', [...flags, '--timeout', '60s', '--script', lua, base], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await Promise.all([text(wrk.stdout), once(wrk, 'exit')]);
    const figures = /^figures (\d+) (\d+) (\d+) (\d+) (\d+) (\d+)$/m.exec(output)?.slice(1).map(Number);
    if (!figures) throw new Error(`wrk says: ${output.trim()}`);
    const [requests, micros, bytes, p50, p99, failed] = figures as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      perSecond: ((requests - failed) * 1e6) / micros,
      p50: p50 / 1000,
      p99: p99 / 1000,
      bytes: requests === 0 ? 0 : bytes / requests,
      failed,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
