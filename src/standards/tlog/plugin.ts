import type { FastifyInstance } from 'fastify';
import { addResource } from '../../kernel/http/resource.ts';
import type { LogProof } from '../../kernel/log/proof/log-proof.ts';
import type { Services } from '../../kernel/services.ts';
import { erasuresHandler } from './erasures.ts';
import { checkpointHandler, consistencyHandler, keysHandler, landingHandler } from './heads.ts';
import { restorationsHandler, rotationHandler } from './keys.ts';
import { receiptHandler, verificationHandler } from './receipts.ts';
import { tileHandler } from './tiles.ts';
import { cosignaturesHandler, listWitnessesHandler, witnessesHandler } from './witnesses.ts';

export interface TlogOptions {
  readonly services: Services;
  /** What signs in this process; without it keys are not rotated here. */
  readonly proof?: LogProof | undefined;
  /** Runs after each erasure, before it is answered: what else goes with the body. */
  readonly onErased?: () => Promise<unknown>;
}

/** Milliseconds that checking a whole log may take while a client waits for it. */
const verificationMs = 3_600_000;

/**
 * The proof of the log at `/log/…`: checkpoint, tiles and entry bundles as C2SP tlog-tiles lays them out, and beside
 * them receipts, consistency proofs and keys for those who do not want to put proofs together themselves.
 */
export async function tlogPlugin(
  app: FastifyInstance,
  { services, proof, onErased }: TlogOptions,
): Promise<void> {
  addResource(app, '/log', { handlers: { GET: landingHandler(services) } });
  addResource(app, '/log/checkpoint', { handlers: { GET: checkpointHandler(services) } });
  addResource(app, '/log/consistency', { handlers: { GET: consistencyHandler(services) } });
  addResource(app, '/log/keys', {
    handlers: { GET: keysHandler(services), ...(proof && { POST: rotationHandler(proof) }) },
  });
  if (proof) addResource(app, '/log/restorations', { handlers: { POST: restorationsHandler(proof) } });
  addResource(app, '/log/tile/*', { handlers: { GET: tileHandler(services) } });
  addResource(app, '/log/receipt', { handlers: { GET: receiptHandler(services) } });
  addResource(app, '/log/cosignatures', { handlers: { POST: cosignaturesHandler(services) } });
  addResource(app, '/log/witnesses', {
    handlers: {
      GET: listWitnessesHandler(services),
      POST: witnessesHandler(services, () => void proof?.pushNow().catch(() => {})),
    },
  });
  addResource(app, '/log/erasures', { handlers: { POST: erasuresHandler(services, onErased) } });
  addResource(app, '/log/verification', {
    handlers: { POST: verificationHandler(services) },
    handlerTimeout: verificationMs,
  });
}
