import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openSource } from '../formats/open-source.ts';
import type { Position } from '../log/entry.ts';
import { commitImport } from './commit-import.ts';
import type { Finding } from './finding.ts';
import { type LayerPlan, planImport } from './import-plan.ts';
import type { ImportRequest, ImportServices } from './import-request.ts';
import type { LayerLoad } from './layer-load.ts';
import { ParallelRows } from './parallel-rows.ts';
import { preparePieces } from './prepare-thread.ts';
import { ProgressMeter } from './progress-meter.ts';
import { replaceRecords } from './replace-records.ts';
import { Findings, type ImportReport, type LayerReport } from './report.ts';
import { StagedBodies } from './staged-bodies.ts';
import { StagedRows } from './staged-rows.ts';
import { StagedTuples } from './staged-tuples.ts';
import { takenRecords } from './taken-records.ts';
import { wholeSource } from './whole-source.ts';

/** Files below this size are not worth a second connection. */
const smallestParallel = 8 << 20;

export interface RunState {
  readonly excluded: ReadonlyMap<string, readonly Finding[]>;
  readonly isSampleEnough: boolean;
  readonly attempt: number;
}

/** One attempt at an import, from planning to commit, and what it leaves to be cleared away. */
export class ImportRun {
  readonly findings = new Findings();
  readonly layers: LayerReport[] = [];
  format: string | undefined;
  position: Position | undefined;
  private readonly loads: LayerLoad[] = [];
  private readonly services: ImportServices;
  private readonly request: ImportRequest;
  private readonly folder: string;
  private readonly state: RunState;
  private readonly meter: ProgressMeter;

  constructor(services: ImportServices, request: ImportRequest, folder: string, state: RunState) {
    this.services = services;
    this.request = request;
    this.folder = folder;
    this.state = state;
    this.meter = new ProgressMeter(request.onProgress);
  }

  async execute(): Promise<Exclude<ImportReport['outcome'], 'cancelled'>> {
    const { request, services } = this;
    this.meter.stage('planning');
    const plan = await this.plan();
    this.findings.add(plan.findings);
    if (this.findings.refused > 0) return 'refused';
    const size = (await stat(request.path)).size;
    const guess = await this.firstPosition(plan.layers);
    let next = guess.position;
    for (const [index, layer] of plan.layers.entries()) {
      const load = await this.openLoad(layer, next, guess.number + index, size, plan.layers.length);
      await this.prepare(load, { index, of: plan.layers.length });
      next += load.count;
    }
    const isRefused = this.findings.refused > 0 && !request.partial;
    if (isRefused) return 'refused';
    this.meter.stage('loading');
    const context = {
      services,
      request,
      cause: this.cause,
      onShare: (share: number) => this.meter.share(share),
    };
    this.position = request.replace
      ? await replaceRecords(this.loads, context)
      : await commitImport(this.loads, context);
    if (!request.dryRun) await services.registry.load();
    this.meter.stage('done');
    return request.dryRun ? 'rehearsed' : 'imported';
  }

  /** Frees what the attempt held; nothing of it stays unless it was committed. */
  async end(): Promise<void> {
    for (const { entries, rows, bodies } of this.loads) {
      await entries.close();
      await bodies.close();
      await rows.end();
    }
  }

  private get cause(): string {
    return `import: ${basename(this.request.name ?? this.request.path)}`;
  }

  private async plan() {
    const { path, name, encoding, delimiter, layer, signal } = this.request;
    const source = await openSource(stripped({ path, name, encoding, delimiter, layer, signal }));
    try {
      this.format = source.format;
      const planned = this.state.isSampleEnough ? source : wholeSource(source);
      return await planImport(this.services, this.request, planned);
    } finally {
      await source.close();
    }
  }

  /** Where the import's entries will stand if nobody writes meanwhile; they are moved where somebody did. */
  private async firstPosition(layers: readonly LayerPlan[]): Promise<{ position: Position; number: number }> {
    const news = layers.filter(({ isNew }) => isNew).length;
    const head = await this.services.reader.position();
    const numbers = this.services.registry.all().map(({ id }) => this.services.registry.numberOf(id));
    return { position: head + news + 1, number: Math.max(0, ...numbers) + 1 };
  }

  private async openLoad(
    plan: LayerPlan,
    firstPosition: Position,
    nextNumber: number,
    size: number,
    layers: number,
  ): Promise<LayerLoad> {
    const { database, registry } = this.services;
    const { register, isNew, layer } = plan;
    const report = {
      layer: layer.name,
      register: register.id,
      isNew,
      read: 0,
      imported: 0,
      refused: 0,
      repaired: 0,
      warned: 0,
    };
    this.layers.push(report);
    const name = `${this.state.attempt}-${this.loads.length}`;
    const isParallel = database.engine === 'postgres' && isNew && layers <= 2 && size >= smallestParallel;
    const rows = isParallel
      ? new ParallelRows(database, register, `${process.pid}-${Date.now().toString(36)}-${name}`)
      : await StagedRows.create(register, isNew, join(this.folder, `rows-${name}`));
    const load: LayerLoad = {
      plan,
      report,
      entries: await StagedTuples.create(join(this.folder, `entries-${name}`)),
      rows,
      firstPosition,
      count: 0,
      registerNumber: isNew ? nextNumber : registry.numberOf(register.id),
      bodies: await StagedBodies.create(join(this.folder, `bodies-${name}`)),
    };
    this.loads.push(load);
    return load;
  }

  /** Attributes that a drawing always has are none of a register that stands already. */
  private ownAttributes({ isNew, layer, register }: LayerPlan): Record<string, string> {
    if (isNew || this.format !== 'dxf') return {};
    const known = new Set(register.fields.map(({ name }) => name));
    const own = layer.fields.map(({ name }) => name).filter((name) => !known.has(name));
    return Object.fromEntries(own.map((name) => [name, '']));
  }

  private async prepare(load: LayerLoad, place: { index: number; of: number }): Promise<void> {
    const { plan, report, entries, rows, bodies } = load;
    const { path, name, encoding, delimiter, idField, map, repair, partial, replace, limits, signal } =
      this.request;
    const { register, isNew, layer, crs } = plan;
    const input = {
      source: stripped({ path, name, encoding, delimiter, layer: layer.name }),
      layer: layer.name,
      register,
      isNew,
      isSampled: isNew && (layer.isSampled ?? false) && this.state.isSampleEnough,
      registerNumber: load.registerNumber,
      firstPosition: load.firstPosition,
      crs,
      idField,
      map: { ...this.ownAttributes(plan), ...map },
      repair: repair ?? false,
      partial: partial ?? false,
      asBodies: replace ?? false,
      limits,
      excluded: this.state.excluded,
      ...(isNew || replace ? { taken: new Set<string>() } : await takenRecords(this.services, register)),
    };
    this.meter.stage('reading', layer.name);
    for await (const piece of preparePieces(input, signal)) {
      report.read += piece.read;
      report.refused += piece.refused;
      report.repaired += piece.repaired;
      report.warned += piece.warned;
      report.imported += piece.prepared;
      this.findings.add(piece.findings);
      this.meter.read(piece.read, (place.index + piece.share) / place.of, this.findings.refused);
      if (this.findings.refused > 0 && !partial) continue;
      load.count += piece.prepared;
      if (piece.bodies) await bodies.append(piece.bodies);
      else {
        await entries.append(piece.entries!);
        await rows.add(piece.rows!);
      }
    }
  }
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the members that have no value, for interfaces that want them absent. */
function stripped<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}
