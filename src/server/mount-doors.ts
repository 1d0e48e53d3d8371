import type { FastifyInstance } from 'fastify';
import { promisesContribution } from '../desks/commitments/promises-contribution.ts';
import { promisesPlugin } from '../desks/commitments/promises-plugin.ts';
import { releaseNotes } from '../kernel/catalogue/release-notes.ts';
import { dropErasedBytes } from '../kernel/documents/erased-documents.ts';
import type { Contribution } from '../kernel/http/contribution.ts';
import type { QuickRoutes } from '../kernel/http/quick-routes.ts';
import type { HttpSettings } from '../kernel/http/settings.ts';
import type { LogProof } from '../kernel/log/proof/log-proof.ts';
import { releaseStore } from '../kernel/release/release-services.ts';
import type { SnapshotStore } from '../kernel/snapshot/snapshot-store.ts';
import { SnapshotTileSource } from '../kernel/snapshot/snapshot-tile-source.ts';
import { touchesAtHand } from '../kernel/snapshot/touches-at-hand.ts';
import { SqlTileSource } from '../kernel/tiles/sql-tile-source.ts';
import { TileService } from '../kernel/tiles/tile-service.ts';
import type { TargetPolicy } from '../kernel/webhooks/target-guard.ts';
import { changesContribution } from '../standards/changes/contribution.ts';
import { changesPlugin } from '../standards/changes/plugin.ts';
import { dcatContribution, dcatPlugin } from '../standards/dcat/plugin.ts';
import { featuresPlugin } from '../standards/features/plugin.ts';
import { recordsContribution } from '../standards/records/contribution.ts';
import { recordsPlugin } from '../standards/records/plugin.ts';
import { searchPlugin } from '../standards/search/plugin.ts';
import { stylesContribution } from '../standards/styles/contribution.ts';
import { stylesPlugin } from '../standards/styles/plugin.ts';
import { tilesContribution } from '../standards/tiles/contribution.ts';
import { tilesPlugin } from '../standards/tiles/plugin.ts';
import { tlogPlugin } from '../standards/tlog/plugin.ts';
import { webhooksContribution } from '../standards/webhooks/contribution.ts';
import { webhooksPlugin } from '../standards/webhooks/plugin.ts';
import { batchContribution } from './batch/batch-contribution.ts';
import { batchPlugin } from './batch/batch-plugin.ts';
import type { StoreServices } from './create-services.ts';
import { documentsContribution } from './documents/documents-contribution.ts';
import { documentsPlugin } from './documents/documents-plugin.ts';
import { addOperation } from './operation/operation-routes.ts';
import { releasesContribution } from './releases/releases-contribution.ts';
import { releasesPlugin } from './releases/releases-plugin.ts';
import { transferPlugin } from './transfer/transfer-plugin.ts';

/** What doors need of the installation beside its registers. */
export interface Surroundings {
  /** The data folder, and the one for files under way. */
  readonly folders: { readonly data: string; readonly work: string };
  readonly proof?: LogProof | undefined;
  readonly webhookTargets: TargetPolicy;
  /** Packed copies of the registers, where there are any. */
  readonly snapshots?: SnapshotStore | undefined;
  /** Where standards put what they answer at once. */
  readonly quick: QuickRoutes;
}

/** Every standard that the server answers by, and the doors for its operators. */
export async function mountDoors(
  app: FastifyInstance,
  services: StoreServices,
  settings: HttpSettings,
  { folders, proof, quick, snapshots, webhookTargets }: Surroundings,
): Promise<void> {
  const others: readonly Contribution[] = [
    documentsContribution,
    promisesContribution,
    tilesContribution,
    stylesContribution,
    changesContribution,
    webhooksContribution,
  ];
  const releases = () => releaseNotes(services);
  const contributions = [
    ...others,
    recordsContribution(releases),
    dcatContribution,
    batchContribution,
    releasesContribution,
  ];
  const fromTables = new SqlTileSource(services.database);
  const source = snapshots ? new SnapshotTileSource(snapshots, fromTables) : fromTables;
  const atHand = snapshots && touchesAtHand(snapshots);
  const tiles = new TileService(services, { source, atHand });
  addOperation(app, services, folders.data);
  await app.register(featuresPlugin, { services, settings, contributions, quick });
  await app.register(tilesPlugin, { services, settings, tiles });
  await app.register(stylesPlugin, { services, settings });
  await app.register(recordsPlugin, { services, settings, contributions: others, releases });
  await app.register(dcatPlugin, { services, settings, releases });
  await app.register(searchPlugin, { services, settings });
  await app.register(tlogPlugin, {
    services,
    proof,
    onErased: () => dropErasedBytes(services, services.documents.store),
  });
  await app.register(batchPlugin, { services, settings });
  await app.register(documentsPlugin, { services, settings });
  await app.register(promisesPlugin, { services, settings });
  await app.register(transferPlugin, { services, settings, workFolder: folders.work });
  await app.register(changesPlugin, { services, settings, watch: services.watch });
  await app.register(releasesPlugin, {
    services,
    settings,
    blobs: releaseStore(folders.data),
    keys: proof?.keys,
  });
  await app.register(webhooksPlugin, { services, settings, policy: webhookTargets });
}
