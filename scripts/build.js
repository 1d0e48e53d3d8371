import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Keeps `dist/` as new as the sources, so that a checkout runs without a step that one could forget. */

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/**
 * What is built of what: a part is built again when the names, sizes and times of its sources are not those of last time.
 * @typedef {{ name: string, sources: string[], result: string, run: () => Promise<string> }} Part
 */

/** @type {Part} */
const program = {
  name: 'program',
  sources: ['src', 'tsconfig.json', 'tsconfig.build.json'],
  result: 'dist/cli/main.js',
  run: () =>
    node(join(dirname(require.resolve('typescript/package.json')), 'bin/tsc'), ['-p', 'tsconfig.build.json']),
};

/** @type {Part} */
const portal = {
  name: 'portal',
  sources: ['portal', 'src/kernel'],
  result: 'dist/portal/assets/portal.js',
  run: () =>
    node(join(dirname(require.resolve('vite/package.json')), 'bin/vite.js'), [
      'build',
      '--config',
      'portal/vite.config.ts',
      '--logLevel',
      'error',
    ]).then(compressPortal),
};

/** Puts a compressed copy beside every file of the portal, so that serving one costs nothing. */
function compressPortal() {
  for (const file of filesOf(join(root, 'dist/portal'))) {
    if (!/\.(js|mjs|css|svg|json|wasm)$/.test(file)) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content));
  }
}

/** Runs a script of a package; resolves to what it printed, rejects with it where it failed. */
function node(script, args) {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...args], { cwd: root, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

function* filesOf(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
      else if (!/\.(test|bench)\.tsx?$/.test(entry.name)) yield join(path, entry.name);
    }
}

function stampOf(part) {
  const hash = createHash('sha256');
  for (const source of part.sources)
    for (const file of filesOf(join(root, source))) {
      const { mtimeMs, size } = statSync(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  return hash.digest('hex');
}

const stampPath = (part) => join(root, `dist/.${part.name}-stamp`);

function isFresh(part, stamp) {
  const path = stampPath(part);
  return existsSync(join(root, part.result)) && existsSync(path) && readFileSync(path, 'utf8') === stamp;
}

/** One build of a part at a time, also across processes. */
async function alone(part, work) {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const guard = join(root, `dist/.${part.name}-building`);
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch {
      if (existsSync(guard) && Date.now() - statSync(guard).mtimeMs > 180_000) rmdirSync(guard);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmdirSync(guard);
  }
}

async function build(part) {
  const stamp = stampOf(part);
  if (isFresh(part, stamp)) return;
  await alone(part, async () => {
    if (isFresh(part, stamp)) return;
    const start = performance.now();
    const say = (text) => process.stderr.write(process.stderr.isTTY ? `\r\x1b[2K${text}` : '');
    say(`  Building the ${part.name} …`);
    try {
      await part.run();
      writeFileSync(stampPath(part), stamp);
      say(`✓ Built the ${part.name} · ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    } catch (error) {
      const lines = error.message.trim().split('\n');
      const more = lines.length > 8 ? `\n… ${lines.length - 8} more lines` : '';
      say('');
      process.stderr.write(`The ${part.name} has errors:\n${lines.slice(0, 8).join('\n')}${more}\n`);
      // Types that do not fit still give a program; without one there is nothing to run.
      if (!existsSync(join(root, part.result))) process.exit(1);
      if (part === program) writeFileSync(stampPath(part), stamp);
    }
  });
}

/** Builds what is older than its sources. Without the sources or the compiler (an installed package) there is nothing to do. */
export async function ensureBuilt({ withPortal }) {
  const canBuild = (name) => existsSync(join(root, 'node_modules', name));
  if (canBuild('typescript')) await build(program);
  if (withPortal && canBuild('vite') && existsSync(join(root, 'portal/main.tsx'))) await build(portal);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await ensureBuilt({ withPortal: true });
