import type { Config } from '../kernel/config.ts';
import { type LogProof, openLogProof } from '../kernel/log/proof/log-proof.ts';
import type { Logger } from '../kernel/logger.ts';
import type { StoreServices } from './create-services.ts';

/** Entries a transaction: the embedded database has one connection, which others wait for. */
const chunks = { postgres: 4096, pglite: 1024 } as const;

/** Opens what proves the log of a data folder; every commit is taken into the signed tree from its `start` on. */
export async function openProof(
  { data, publicUrl }: Config,
  { database, clock }: StoreServices,
  logger?: Logger,
): Promise<LogProof> {
  const origin = publicUrl === undefined ? {} : { origin: originOf(publicUrl) };
  const chunk = chunks[database.engine];
  return await openLogProof({ database, folder: data, clock, chunk, ...origin, ...(logger && { logger }) });
}

/** The log's URL without its scheme (C2SP tlog-tiles, "Parameters"). */
function originOf(publicUrl: string): string {
  const { host, pathname } = new URL(publicUrl);
  return `${host}${pathname.replace(/\/$/, '')}/log`;
}
