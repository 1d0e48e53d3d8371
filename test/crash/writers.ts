import type { ServerProcess } from './server-process.ts';

export const register = 'carriers';

/** A batch that was sent: the ids that it creates, and whether the server said that it stands. */
export interface SentBatch {
  readonly ids: readonly string[];
  isAcknowledged: boolean;
}

const name = { az: 'n', en: 'n', ar: 'n', fa: 'n' };

function create(record: string) {
  const properties = { name, label: 'synthetic', source: 'crash test' };
  return { op: 'create', register, id: record, properties };
}

/** One writer: sends batches of one to six records, one after another, until the server is gone. */
async function write(server: ServerProcess, writer: string, sent: SentBatch[]): Promise<void> {
  for (let n = 0; ; n++) {
    const ids = Array.from({ length: 1 + (n % 6) }, (_, i) => `${writer}-${n}-${i}`);
    const batch: SentBatch = { ids, isAcknowledged: false };
    sent.push(batch);
    const body = JSON.stringify(ids.map(create));
    try {
      const response = await server.ask('/batch?cause=crash', { method: 'POST', body });
      await response.arrayBuffer();
      if (response.status !== 201) throw new Error(`answered ${response.status}`);
      batch.isAcknowledged = true;
    } catch (error) {
      if (error instanceof TypeError || !server.isAlive) return; // fetch failed: the server is gone
      throw error;
    }
  }
}

/** Starts `count` writers; resolves when the server is gone for all of them. */
export async function writeUntilGone(server: ServerProcess, run: number, count: number, sent: SentBatch[]) {
  await Promise.all(Array.from({ length: count }, (_, i) => write(server, `${run}-${i}`, sent)));
}
