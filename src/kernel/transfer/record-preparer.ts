import type { Geometry } from 'geojson';
import { inspectGeometry } from '../formats/geometry-inspection.ts';
import { repairGeometry } from '../formats/geometry-repair.ts';
import type { ReadProblem, SourceRecord } from '../formats/source.ts';
import { type Projector, projector } from '../geo/crs-projector.ts';
import { mapPositions } from '../geo/geometry-positions.ts';
import { isEmptyGeometry } from '../geo/geometry-structure.ts';
import type { Body } from '../log/entry.ts';
import { isRecordId } from '../log/log-writer.ts';
import { always, isViolation, statedStretch, statesItsTime } from '../log/stretch.ts';
import type { Stretch } from '../log/timeline.ts';
import { checkRecord } from '../register/record-check.ts';
import type { Finding } from './finding.ts';
import { IdSet } from './id-set.ts';
import { type PrepareInput, SampleTooSmallError } from './prepare-input.ts';
import { PropertyMapping } from './property-mapping.ts';
import { QuickCheck } from './quick-check.ts';

const plainId = /^(?!\.{1,2}$)[!-~][ -~]{0,199}$/;

/** A record as the log takes it, or nothing where it is refused; and what there is to say about it. */
export interface PreparedRecord {
  readonly record: string;
  readonly body?: Body;
  readonly stretch: Stretch;
  readonly findings?: readonly Finding[];
}

/** Turns what a reader found into what a register holds: names, id, reference system, checks, repair. */
export class RecordPreparer {
  private readonly input: PrepareInput;
  private readonly quick: QuickCheck;
  private readonly mapping: PropertyMapping;
  private readonly projector: Projector;
  /** Ids that records of the layer have. */
  readonly seen = new IdSet();
  private readonly hasOwnTime: boolean;

  constructor(input: PrepareInput) {
    this.input = input;
    this.quick = new QuickCheck(input.register, input.limits.maxVertices);
    this.mapping = new PropertyMapping(input);
    this.projector = projector(input.crs, 4326);
    this.hasOwnTime = statesItsTime(input.register);
  }

  /** The record where nothing is to be said about it; undefined where `prepare` has to look. */
  prepareQuickly(source: SourceRecord): PreparedRecord | undefined {
    if (source.problems || this.hasOwnTime || this.input.excluded.size > 0) return undefined;
    const properties = this.mapping.quickProperties(source);
    const { geometry } = source;
    const moved = geometry && !this.projector.isIdentity ? this.projector.geometry(geometry) : geometry;
    if (moved === null && this.input.register.geometry !== null) return undefined;
    if (!this.quick.isRight(properties, moved)) return undefined;
    const record = this.idOf(source);
    if (!plainId.test(record) || this.input.taken.has(record) || !this.seen.claim(record, source.row))
      return undefined;
    return { record, body: { properties, geometry: moved }, stretch: always };
  }

  async prepare(source: SourceRecord): Promise<PreparedRecord> {
    const record = this.idOf(source);
    const findings: Finding[] = [];
    const say = (kind: Finding['kind'], code: string, params: Finding['params'] = {}, more: object = {}) =>
      findings.push({ kind, layer: this.input.layer, row: source.row, record, code, params, ...more });
    this.checkId(source, record, say);
    const geometry = await this.geometryOf(source, say);
    const properties = this.mapping.properties(source);
    const checked = checkRecord(this.input.register, { properties, geometry }, this.input.limits);
    if (this.input.isSampled && checked.violations.some(({ code }) => isAboutShape(code)))
      throw new SampleTooSmallError();
    const isKnown = (pointer: string) =>
      pointer.startsWith('/geometry') &&
      findings.some((f) => f.kind === 'refused' && f.pointer === '/geometry');
    for (const { pointer, code, params, geometry: place } of checked.violations)
      if (!isKnown(pointer)) say('refused', code, params, { pointer, ...(place ? { geometry: place } : {}) });
    const stated = statedStretch(this.input.register, checked.body);
    if (stated && isViolation(stated))
      say('refused', stated.code, stated.params, { pointer: stated.pointer });
    findings.push(
      ...(this.input.excluded.get(record) ?? []).map((finding) => ({ ...finding, row: source.row })),
    );
    const isRefused = findings.some(({ kind }) => kind === 'refused');
    if (!isRefused) this.seen.add(record, source.row);
    return {
      record,
      stretch: stated && !isViolation(stated) ? stated : always,
      findings,
      ...(isRefused ? {} : { body: checked.body }),
    };
  }

  private idOf(source: SourceRecord): string {
    const { idField } = this.input;
    const given = idField === undefined ? source.id : source.properties[idField];
    return given === undefined || given === null || given === '' ? String(source.row) : String(given);
  }

  private checkId(source: SourceRecord, record: string, say: Say): void {
    const { idField, taken, register } = this.input;
    const pointer = { pointer: '/id' };
    const value = idField === undefined ? undefined : source.properties[idField];
    if (idField !== undefined && (value === undefined || value === null || value === ''))
      say('refused', 'id-missing', { field: idField }, pointer);
    const other = this.seen.rowOf(record);
    if (!isRecordId(record)) say('refused', 'record-id', { value: record.slice(0, 80) }, pointer);
    else if (other !== undefined) say('refused', 'duplicate-id', { value: record, other }, pointer);
    else if (taken.has(record)) say('refused', 'record-exists', { register: register.id, record }, pointer);
  }

  /** The geometry in longitude/latitude, sound or repaired; what is wrong with it is said. */
  private async geometryOf(source: SourceRecord, say: Say): Promise<Geometry | null> {
    const { register, repair, area } = this.input;
    let { geometry } = source;
    let isBroken = false;
    for (const problem of source.problems ?? []) {
      if (problem.severity === 'warning') say('warning', problem.code, problem.params);
      else if (!repair || !problem.isRepairable || geometry === null) {
        say('refused', problem.code, problem.params, {
          pointer: isAboutGeometry(problem) ? '/geometry' : '',
        });
        isBroken = true;
      }
    }
    if (geometry === null || isEmptyGeometry(geometry)) {
      if (register.geometry !== null && !isBroken) say('warning', 'geometry-none');
      return null;
    }
    if (isBroken) return geometry;
    geometry = mapPositions(geometry, (p) => (p.length > 3 ? p.slice(0, 3) : p));
    if (!this.projector.isIdentity) geometry = this.projector.geometry(geometry);
    if (repair) geometry = await repaired(geometry, say);
    if (geometry === null) return null;
    for (const problem of await inspectGeometry(geometry, source.row, {
      epsg: 4326,
      ...(area ? { area } : {}),
    })) {
      const kind = problem.severity === 'error' ? 'refused' : 'warning';
      say(kind, problem.code, problem.params, kind === 'refused' ? { pointer: '/geometry' } : {});
    }
    return geometry;
  }
}

type Say = (kind: Finding['kind'], code: string, params?: Finding['params'], more?: object) => void;

async function repaired(geometry: Geometry, say: Say): Promise<Geometry | null> {
  const repair = await repairGeometry(geometry);
  for (const { code, params } of repair.changes) {
    const { areaBefore, areaAfter } = repair;
    say('repaired', code, { ...params, areaBefore, areaAfter });
  }
  if (repair.geometry === null) say('refused', 'geometry-collapsed', {}, { pointer: '/geometry' });
  return repair.geometry;
}

function isAboutGeometry({ code }: ReadProblem): boolean {
  return /^(coordinate|geometry|ring|too-few|axes)/.test(code);
}

/** Refusals that a register with other fields or another kind of geometry would not make. */
function isAboutShape(code: string): boolean {
  return (
    code.startsWith('type-') || ['property-unknown', 'geometry-kind', 'geometry-not-wanted'].includes(code)
  );
}
