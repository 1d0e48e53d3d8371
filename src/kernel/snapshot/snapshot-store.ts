import type { Database } from '../db/database.ts';
import type { Position } from '../log/entry.ts';
import { headOf } from '../log/head.ts';
import { logChannel } from '../log/log-batch.ts';
import { erasures } from '../log/proof/logged-entry.ts';
import type { Logger } from '../logger.ts';
import type { Register, Registry } from '../register/register.ts';
import { buildSnapshot } from './build-snapshot.ts';
import { buildInThread } from './build-thread.ts';
import { erasedBetween, lastChangeOf, type Touched, touchedBetween } from './log-reach.ts';
import { PageCache } from './paged-bytes.ts';
import { RegisterSnapshot } from './register-snapshot.ts';
import { SnapshotFiles } from './snapshot-files.ts';
import { fingerprintOf, rowsOf, type SnapshotSubject, subjectOf } from './snapshot-source.ts';
import { mostEntries, stalenessOf } from './staleness.ts';

export interface SnapshotOptions {
  readonly database: Database;
  readonly registry: Registry;
  readonly folder: string;
  /** URL of the server, where there is one: threads read over connections of their own. */
  readonly url?: string | undefined;
  readonly logger?: Logger | undefined;
  /** Bytes of pages that are kept in memory for all snapshots together. */
  readonly cacheBytes?: number;
  /** False where another process packs, and tells when a file lies ready. */
  readonly packs?: boolean;
  /** Hears of every snapshot that was packed, and of every one that is missing where another process packs. */
  readonly onPacked?: (register: string) => void;
  readonly onMissing?: (register: string) => void;
  /** Changes of a register after which its snapshot is packed anew: a number, and a share of its rows. */
  readonly mostChanges?: number;
  /** How long a register is left to the database after it could not be packed. */
  readonly restMs?: number;
}

interface Held {
  subject: SnapshotSubject;
  readonly fingerprint: string;
  snapshot: RegisterSnapshot | undefined;
  building: Promise<void> | undefined;
  /** Whether it has to be packed again once it is packed. */
  isOutdated: boolean;
  /** Time before which packing is not tried again, as `performance.now` tells it. */
  restsUntil: number;
}

const shareOfRows = 0.05;

/** Holds a snapshot of every public register, follows the log, and packs anew what has changed much. */
export class SnapshotStore {
  private readonly options: SnapshotOptions;
  private readonly files: SnapshotFiles;
  private readonly held = new Map<string, Held>();
  private readonly stopping = new AbortController();
  private applied: Position = 0;
  private heard: Position = 0;
  private catchingUp: Promise<void> | undefined;
  private queue: Promise<void> = Promise.resolve();
  private unlisten: (() => Promise<void>) | undefined;

  constructor(options: SnapshotOptions) {
    this.options = options;
    const cache = new PageCache(options.cacheBytes ?? 128 << 20);
    this.files = new SnapshotFiles(options.folder, cache, (file, err) =>
      options.logger?.warn({ err, file }, 'a snapshot could not be opened; its register is packed anew'),
    );
  }

  /** Position of the log that every snapshot reflects. */
  get position(): Position {
    return this.applied;
  }

  /** Opens what lies in the folder and follows the log from now on. Snapshots that are missing are packed when asked for. */
  async start(): Promise<void> {
    const { database, registry } = this.options;
    this.unlisten = await database.listen(logChannel, (payload) => this.hear(payload));
    this.applied = this.heard = await headOf(database);
    const open = registry.all().filter(({ access }) => access.read === 'public');
    if (this.packs) this.files.keepRegisters(open.map(({ id }) => id));
    for (const register of open) await this.reopen(register);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.unlisten?.();
    await this.catchingUp?.catch(() => {});
    await this.queue.catch(() => {});
    for (const { snapshot } of this.held.values()) snapshot?.close();
    this.held.clear();
  }

  /** The snapshot of a register, or undefined while there is none; then one is on its way. */
  of(register: Register): RegisterSnapshot | undefined {
    if (register.access.read !== 'public') return undefined;
    const held = this.holding(register);
    if (!held.snapshot) this.pack(held);
    return held.snapshot;
  }

  /** Gives up a snapshot whose file is not what was written, and packs it anew. */
  discard(register: Register, err: unknown): void {
    this.options.logger?.warn(
      { err, register: register.id },
      'a snapshot is broken; its register is packed anew',
    );
    const held = this.holding(register);
    this.forget(held);
    this.pack(held);
  }

  /** Takes up a file that another process packed. */
  async reopenNewest(id: string): Promise<void> {
    await this.catchUp();
    const register = this.options.registry.get(id);
    if (register?.access.read === 'public') await this.reopen(register);
  }

  /** Takes up the log to a position at least. */
  async reach(position: Position): Promise<void> {
    await this.follow(position);
  }

  /** Takes up everything that is committed by now, so that who has written reads it. */
  async catchUp(): Promise<void> {
    await this.follow(await headOf(this.options.database));
    // The notice of a drop may have come before the registry knew of it.
    this.forgetDropped();
  }

  /** Waits until nothing is being packed; for tests and for a first start. */
  async settle(): Promise<void> {
    await this.queue;
  }

  private holding(register: Register): Held {
    const known = this.held.get(register.id);
    if (known?.subject.register === register) return known;
    const subject = subjectOf(register, this.options.registry.numberOf(register.id));
    const fingerprint = fingerprintOf(subject);
    if (known?.fingerprint === fingerprint) {
      known.subject = subject;
      return known;
    }
    known?.snapshot?.close();
    const held: Held = {
      subject,
      fingerprint,
      snapshot: undefined,
      building: undefined,
      isOutdated: false,
      restsUntil: 0,
    };
    this.held.set(register.id, held);
    return held;
  }

  /** A file that is whole, of this declaration and of this log is taken up where it ends. */
  private async reopen(register: Register): Promise<void> {
    const { database } = this.options;
    const base = this.files.openNewest(register.id, this.packs);
    if (!base) return;
    const held = this.holding(register);
    const { fingerprint, subject } = held;
    const wished = { fingerprint, number: subject.number, position: this.applied };
    const reason = await stalenessOf(database, base.head, wished);
    if (reason !== undefined) {
      this.options.logger?.info({ register: register.id, reason }, 'a snapshot is not taken up');
      base.close();
      this.keepOnly(register.id, undefined);
      return;
    }
    await this.takeUp(held, new RegisterSnapshot(base));
  }

  /** Brings a snapshot from the position of its file to the position of all, and answers from it from then on. */
  private async takeUp(held: Held, snapshot: RegisterSnapshot): Promise<void> {
    const { database } = this.options;
    const { number, register } = held.subject;
    await this.catchingUp;
    for (let from = snapshot.base.head.position; ; ) {
      const to = this.applied;
      const touched = (await touchedBetween(database, from, to)).get(number);
      const rows = touched && (await rowsOf(database, held.subject, [...touched.records], to));
      if (touched && rows) snapshot.apply(touched.records, rows, touched.lastChange);
      // What was committed meanwhile was told to the snapshots that stood; this one was not among them yet.
      if (to === this.applied) break;
      from = to;
    }
    const current = this.held.get(register.id);
    if (current?.fingerprint !== held.fingerprint) {
      snapshot.close();
      this.keepOnly(register.id, current?.snapshot?.base.head.position);
      return;
    }
    current.snapshot?.close();
    current.snapshot = snapshot;
    this.keepOnly(register.id, snapshot.base.head.position);
  }

  private get packs(): boolean {
    return this.options.packs ?? true;
  }

  /** Files are the business of who packs. */
  private keepOnly(register: string, position: Position | undefined): void {
    if (this.packs) this.files.keepOnly(register, position);
  }

  /** An empty notice says that some may have been missed. What fails now is taken up at the next notice. */
  private hear(payload: string): void {
    const reached = payload === '' ? this.catchUp() : this.follow(Number(payload));
    reached.catch((error) => {
      if (!this.stopping.signal.aborted)
        this.options.logger?.warn({ err: error }, 'the log could not be followed');
    });
  }

  private follow(position: Position): Promise<void> {
    this.heard = Math.max(this.heard, position);
    this.catchingUp ??= this.advance().finally(() => (this.catchingUp = undefined));
    return this.heard > this.applied ? this.catchingUp.then(() => this.follow(this.heard)) : this.catchingUp;
  }

  private async advance(): Promise<void> {
    const { database } = this.options;
    while (this.applied < this.heard && !this.stopping.signal.aborted) {
      const to = this.heard;
      const touched =
        to - this.applied > mostEntries ? undefined : await touchedBetween(database, this.applied, to);
      const fetched = new Map<Held, { touched: Touched; rows: Awaited<ReturnType<typeof rowsOf>> }>();
      for (const held of this.held.values()) {
        const own = touched?.get(held.subject.number);
        if (own && held.snapshot)
          fetched.set(held, {
            touched: own,
            rows: await rowsOf(database, held.subject, [...own.records], to),
          });
      }
      const erased = touched?.has(erasures.number)
        ? await erasedBetween(database, this.applied, to)
        : new Set<number>();
      // From here to the end nothing waits: all snapshots step to the position together.
      if (!touched) for (const held of this.held.values()) this.forget(held);
      for (const [held, { touched, rows }] of fetched)
        held.snapshot?.apply(touched.records, rows, touched.lastChange);
      this.applied = to;
      for (const held of fetched.keys()) if (this.isWorn(held)) this.pack(held);
      for (const held of this.held.values()) if (erased.has(held.subject.number)) this.packAgain(held);
      this.forgetDropped();
    }
  }

  /** Gives up a snapshot and its file. */
  private forget(held: Held): void {
    held.snapshot?.close();
    held.snapshot = undefined;
    this.keepOnly(held.subject.register.id, undefined);
  }

  private forgetDropped(): void {
    for (const [id, held] of this.held) {
      if (this.options.registry.get(id)) continue;
      this.forget(held);
      this.held.delete(id);
    }
  }

  /** What was erased may lie in the file still: its name goes now, its bytes as soon as another takes its place. */
  private packAgain(held: Held): void {
    if (!this.packs) return;
    this.keepOnly(held.subject.register.id, undefined);
    if (held.building) held.isOutdated = true;
    else if (held.snapshot) this.pack(held);
  }

  private isWorn({ snapshot }: Held): boolean {
    if (!snapshot) return false;
    const most = Math.max(this.options.mostChanges ?? 10_000, snapshot.base.count * shareOfRows);
    return snapshot.changes > most;
  }

  /** Packs a register after those that were asked for before it, unless it is on its way or has failed a moment ago. */
  private pack(held: Held): void {
    if (held.building || performance.now() < held.restsUntil) return;
    if (!this.packs) {
      this.options.onMissing?.(held.subject.register.id);
      return;
    }
    const run = async () => {
      if (!this.stopping.signal.aborted) await this.build(held);
    };
    const { logger } = this.options;
    held.building = this.queue = this.queue.then(run).then(
      () => {
        held.building = undefined;
        if (held.snapshot) this.options.onPacked?.(held.subject.register.id);
        if (held.isOutdated) {
          held.isOutdated = false;
          this.packAgain(held);
        }
      },
      (err) => {
        // Asked for later, it is tried again; until then the database answers.
        held.building = undefined;
        held.restsUntil = performance.now() + (this.options.restMs ?? 30_000);
        if (!this.stopping.signal.aborted)
          logger?.warn({ err, register: held.subject.register.id }, 'a snapshot could not be packed');
      },
    );
  }

  private async build(held: Held): Promise<void> {
    const { database, url } = this.options;
    const { register, number } = held.subject;
    const position = this.applied;
    const lastChange = await lastChangeOf(database, number, position);
    const path = this.files.pathOf(register.id, position);
    const { signal } = this.stopping;
    const options = { path, position, lastChange };
    if (url === undefined)
      await buildSnapshot(database, held.subject, { ...options, batchSize: 2000, signal });
    else {
      const { origin, ...declaration } = register;
      await buildInThread({ ...options, url, declaration, origin, number }, signal);
    }
    signal.throwIfAborted();
    await this.takeUp(held, new RegisterSnapshot(this.files.open(register.id, position)));
  }
}
