import type { Config } from '../kernel/config.ts';
import type { StoreServices } from './create-services.ts';
import type { OnProgress } from './progress.ts';

/** There is no pack of that name. */
export class PackError extends Error {
  readonly pack: string;
  readonly packs: readonly string[];

  constructor(pack: string, packs: readonly string[]) {
    super(`no pack ${pack}`);
    this.name = 'PackError';
    this.pack = pack;
    this.packs = packs;
  }
}

export async function loadPack(
  _config: Config,
  _services: StoreServices,
  _onProgress?: OnProgress,
): Promise<void> {}
