import type { Config } from '../../kernel/config.ts';
import { type LogProof, openLogProof } from '../../kernel/log/proof/log-proof.ts';
import type { Store } from '../../server/open-store.ts';

/** The proof of a store that a verb has opened, with no sequencer running beside the verb. */
export async function proofOf({ services }: Store, { data }: Config): Promise<LogProof> {
  const { database, clock } = services;
  return await openLogProof({ database, clock, folder: data });
}
