import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { addVerifyCommand } from '../../src/cli/verify.ts';
import { installProblems } from '../../src/kernel/http/problem.ts';
import { defaultNames, type HttpSettings } from '../../src/kernel/http/settings.ts';
import { makeSigningKey } from '../../src/kernel/log/proof/signing-key.ts';
import { formatVerifierKey } from '../../src/kernel/log/proof/verifier-key.ts';
import { tlogPlugin } from '../../src/standards/tlog/plugin.ts';
import { openProvenLog, type ProvenLog } from './proven-log.ts';

let log: ProvenLog;
let app: FastifyInstance;
let url: string;
let vkey: string;
const folder = mkdtempSync(join(tmpdir(), 'ufuq-verify-'));

beforeAll(async () => {
  log = await openProvenLog();
  await log.addWells(0, 20);
  await log.sequencer.sequenceNow();
  vkey = formatVerifierKey(log.keys.signersAt(new Date())[0]!.verifier);
  app = Fastify();
  installProblems(app, { ...defaultNames, limits: { requestSeconds: 60 }, language: 'en' } as HttpSettings);
  await app.register(tlogPlugin, { services: log.kernel });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await app.close();
  await log.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  process.exitCode = undefined;
});

/** Runs `ufuq verify` in this process; what it wrote and its exit code. */
async function verify(...args: string[]): Promise<{ text: string; code: number }> {
  const program = new Command().exitOverride();
  addVerifyCommand(program);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await program.parseAsync(['node', 'ufuq', 'verify', ...args]);
    const text = written.mock.calls.map(([chunk]) => String(chunk)).join('');
    return { text, code: Number(process.exitCode ?? 0) };
  } finally {
    written.mockRestore();
    process.exitCode = undefined;
  }
}

test('a receipt from a file, with a key and without', async () => {
  const file = join(folder, 'receipt.json');
  const answer = await fetch(`${url}/log/receipt?register=wells&record=well-3`);
  writeFileSync(file, await answer.text());
  const bare = await verify(file);
  expect(bare.code).toBe(0);
  expect(bare.text).toContain('wells/well-3');
  expect(bare.text).toContain('Water Code, art. 12');
  expect(bare.text).toContain('--key');
  const trusting = await verify(file, '--key', vkey, '--json');
  expect(JSON.parse(trusting.text)).toMatchObject({ faults: [], isKeyTrusted: true });
  const stranger = formatVerifierKey(makeSigningKey('ufuq.example.org/log').verifier);
  expect(await verify(file, '--key', stranger)).toMatchObject({
    code: 1,
    text: expect.stringContaining('✗'),
  });
  await expect(verify(file, '--key', 'nonsense')).rejects.toMatchObject({ exitCode: 2 });
});

test('a file that is no receipt, and one that is not there', async () => {
  const file = join(folder, 'else.json');
  for (const text of ['{}', 'null', 'no JSON']) {
    writeFileSync(file, text);
    expect((await verify(file)).code).toBe(1);
  }
  await expect(verify(join(folder, 'absent.json'))).rejects.toThrow(/ENOENT/);
});

test('a receipt and a log at an address, held against a kept checkpoint', async () => {
  expect((await verify(`${url}/log/receipt?register=wells&record=well-4`, '--key', vkey)).code).toBe(0);
  const kept = join(folder, 'checkpoint');
  writeFileSync(kept, await (await fetch(`${url}/log/checkpoint`)).text());
  await log.addWells(100, 5);
  await log.sequencer.sequenceNow();
  const held = await verify(url, '--key', vkey, '--checkpoint', kept);
  expect(held).toMatchObject({ code: 0, text: expect.stringContaining('ufuq.example.org/log') });
  writeFileSync(kept, (await (await fetch(`${url}/log/checkpoint`)).text()).replace('\n2', '\n3'));
  expect((await verify(url, '--checkpoint', kept)).code).toBe(1);
  await expect(verify(`${url}/nowhere`)).rejects.toThrow(/404/);
});
