import type { Database } from '../../db/database.ts';
import { parseCheckpoint } from './checkpoint.ts';
import type { StoredCheckpoint } from './checkpoint-store.ts';
import { parseNote } from './note.ts';
import { storedTiles } from './tile-store.ts';
import { TileTree } from './tile-tree.ts';
import { formatWitnessRequest, sizeType } from './witness-request.ts';
import type { Witness } from './witness-store.ts';

/** A witness did not sign; the message is for the operator. */
export class WitnessError extends Error {}

/** Sends a request and gets an answer, as `fetch` does; tests put a witness of their own in its place. */
export type Send = (url: string, init: RequestInit) => Promise<Response>;

const timeoutMs = 10_000;
/** An answer is a few signature lines. */
const longestAnswer = 64 << 10;

/**
 * Has a witness sign a checkpoint (C2SP tlog-witness, `add-checkpoint`). Where it remembers another size than we thought
 * (409), it is asked once more with a proof from that one.
 * @returns the checkpoint's note with the lines of the witness under it, not yet verified
 * @throws {WitnessError}
 */
export async function askWitness(
  database: Database,
  { url, signed }: Pick<Witness, 'url' | 'signed'>,
  checkpoint: StoredCheckpoint,
  send: Send = fetch,
): Promise<string> {
  const text = parseCheckpoint(checkpoint.note)!.note.text;
  let oldSize = Math.min(signed, checkpoint.size);
  for (let attempt = 0; ; attempt++) {
    const tree = new TileTree(checkpoint.size, storedTiles(database));
    const proof = await tree.consistencyProof(oldSize);
    const body = formatWitnessRequest({ oldSize, proof, checkpoint: checkpoint.note });
    const answer = await post(`${url!.replace(/\/+$/, '')}/add-checkpoint`, body, send);
    const content = (await answer.text()).slice(0, longestAnswer);
    if (answer.status === 200) {
      const note = `${text}\n${content}`;
      if (!parseNote(note)) throw new WitnessError('the answer is not made of signature lines');
      return note;
    }
    const remembered = answer.status === 409 ? sizeOf(answer, content) : undefined;
    if (remembered === undefined)
      throw new WitnessError(`HTTP ${answer.status} ${content.trim().slice(0, 200)}`);
    if (remembered > checkpoint.size)
      throw new WitnessError(
        `it has signed a tree of ${remembered} entries, and this log has ${checkpoint.size}: entries were lost here`,
      );
    if (remembered === oldSize || attempt > 0)
      throw new WitnessError(`it does not agree with this log's tree of ${remembered} entries`);
    oldSize = remembered;
  }
}

async function post(url: string, body: string, send: Send): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return await send(url, { method: 'POST', body, headers: { 'content-type': 'text/plain' }, signal });
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    throw new WitnessError(cause?.message || message);
  }
}

function sizeOf(answer: Response, content: string): number | undefined {
  if (answer.headers.get('content-type') !== sizeType) return undefined;
  const match = /^(0|[1-9]\d{0,15})\n$/.exec(content);
  return match ? Number(match[1]) : undefined;
}
