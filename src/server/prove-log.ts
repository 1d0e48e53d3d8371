import type { Config } from '../kernel/config.ts';
import { openKeyRing } from '../kernel/log/proof/key-ring.ts';
import { openSequencer, type Sequencer } from '../kernel/log/proof/sequencer.ts';
import type { Logger } from '../kernel/logger.ts';
import type { StoreServices } from './create-services.ts';

/** Entries a transaction: the embedded database has one connection, which others wait for. */
const chunks = { postgres: 4096, pglite: 1024 } as const;

/** Has every commit taken into the signed tree, from now until the sequencer is stopped. */
export async function proveLog(
  { data, publicUrl }: Config,
  { database, clock }: StoreServices,
  logger?: Logger,
): Promise<Sequencer> {
  const origin = publicUrl === undefined ? {} : { origin: originOf(publicUrl) };
  const keys = await openKeyRing({ database, folder: data, clock, ...origin });
  const chunk = chunks[database.engine];
  const sequencer = openSequencer({ database, clock, keys, chunk, ...(logger && { logger }) });
  await sequencer.start();
  return sequencer;
}

/** The log's URL without its scheme (C2SP tlog-tiles, "Parameters"). */
function originOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  return `${host}${pathname.replace(/\/$/, '')}/log`;
}
