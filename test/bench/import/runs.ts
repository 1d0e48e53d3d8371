import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Seconds that `ogr2ogr` takes for a file, with COPY, primary key and spatial index. */
export async function runOgr(file: string, url: string): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const secret = password === '' ? '' : ` password=${password}`;
  const target = `PG:host=${hostname} port=${port || 5432} user=${username}${secret} dbname=${pathname.slice(1)}`;
  const begun = performance.now();
  const child = spawn('ogr2ogr', ['-f', 'PostgreSQL', target, file, '-nln', 'ogr_parcels'], {
    env: { ...process.env, PG_USE_COPY: 'YES' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`ogr2ogr ended with ${code}`);
  return (performance.now() - begun) / 1000;
}

/** Seconds and peak memory of our import in a process of its own; its start is not counted, all of its memory is. */
export async function runOurs(
  file: string,
  url: string,
  count: number,
): Promise<{ seconds: number; megabytes: number }> {
  const script = fileURLToPath(new URL('./import-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, file, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  const [code] = await once(child, 'exit');
  const result =
    code === 0 ? (JSON.parse(text) as { seconds: number; megabytes: number; count: number }) : undefined;
  if (result?.count !== count) throw new Error(`the import ended with ${code}: ${text}`);
  return result;
}
