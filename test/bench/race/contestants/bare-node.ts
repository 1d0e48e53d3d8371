import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Contestant, freePort, run } from '../contestant.ts';
import { someRecords } from '../some-records.ts';
import { ufuq } from './ufuq.ts';

const program = fileURLToPath(new URL('./bare-node-server.mjs', import.meta.url));

/** An answer as it went over the wire. */
export interface SentAnswer {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Node's own HTTP server with our answers in a table: what the runtime can do where nothing has to be found or decided. */
export const bareNode: Contestant = {
  name: 'bare Node',
  version: () => process.version,
  async start(ground) {
    const folder = mkdtempSync(join(tmpdir(), 'ufuq-race-bare-'));
    const ours = await ufuq.start(ground);
    const answers: Record<string, SentAnswer> = {};
    try {
      await ours.settle?.();
      for (const record of await someRecords(ground)) {
        const path = ours.item!(record);
        answers[path] = await answerOf(ours.url + path);
      }
    } finally {
      await ours.stop();
    }
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const command = { program: process.execPath, args: [program, `${port}`, join(folder, 'answers.json')] };
    const running = await run([command], `${url}/`);
    return {
      ...running,
      url,
      item: (record) => ours.item!(record),
      async stop() {
        await running.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

function answerOf(url: string): Promise<SentAnswer> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        // What belongs to the connection and to the second, the other server says for itself.
        const { date: _, connection: __, 'keep-alive': ___, ...headers } = answer.headers;
        resolve({ headers, body: Buffer.concat(parts).toString('latin1') });
      });
    }).on('error', reject);
  });
}
