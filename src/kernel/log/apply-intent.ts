import { Problem, type Violation } from '../errors.ts';
import { checkLifecycle } from '../register/lifecycle-check.ts';
import { checkRecord, type RecordLimits } from '../register/record-check.ts';
import type { Row } from '../register/row.ts';
import type { Changeset } from './changeset.ts';
import type { Body, Position } from './entry.ts';
import type { Intent } from './intent.ts';
import { mergePatch } from './merge-patch.ts';
import { always, defaultStretch, isViolation, parsePeriod, statedStretch, statesItsTime } from './stretch.ts';
import type { Stretch } from './timeline.ts';

interface Moment {
  readonly now: number;
  /** Position that the next entry gets. */
  readonly next: Position;
  readonly limits: RecordLimits;
  /** Records taken over from elsewhere may begin in any state of their lifecycle. */
  readonly isTakeover: boolean;
}

/** Where there are violations, the batch will not stand; `position` is then that of what was said for the sake of other checks. */
export interface Outcome {
  readonly position: Position;
  readonly created: boolean;
  readonly violations: readonly Violation[];
}

/**
 * Turns one intent into the entries that say it, in memory; what is known of the record decides. What is sound of a record that
 * is at fault is said all the same, so that the database can be asked what else is wrong with it.
 */
export function applyIntent(
  changeset: Changeset,
  intent: Intent & { record: string },
  moment: Moment,
): Outcome {
  const rows = changeset.rowsOf(intent.record);
  checkPresence(changeset, intent, rows, moment);
  const stated = intent.valid && parsePeriod(intent.valid, '/valid');
  const nothing = { position: moment.next - 1, created: false };
  if (stated && isViolation(stated)) return { ...nothing, violations: [stated] };
  if (intent.verb === 'retire') return retire(changeset, intent.record, stated, moment);

  const present = baseRow(rows, stated?.from ?? moment.now);
  const base = intent.verb === 'update' ? present : undefined;
  const wanted = intent.verb === 'update' ? patched(present!.body, intent) : intent.body;
  const { body, violations } = checkRecord(changeset.register, wanted, moment.limits);
  const steps = moment.isTakeover ? [] : checkLifecycle(changeset.register, present?.body, body);
  const faults = [...violations, ...steps];
  const own = stated ?? statedStretch(changeset.register, body);
  if (own && isViolation(own)) return { ...nothing, violations: [...faults, own] };
  const stretch = own ?? unstatedStretch(changeset, rows, base, moment.now);

  let position = moment.next;
  // The record's own fields say when it holds: what was said of other times is withdrawn with them.
  const isWhole = !stated && statesItsTime(changeset.register);
  if (isWhole && rows.some((row) => row.from < stretch.from || row.to > stretch.to))
    changeset.assert(intent.record, always, null, position++);
  changeset.assert(intent.record, stretch, body, position);
  return { position, created: rows.length === 0, violations: faults };
}

/** The row that stands for a record at an instant: the one that covers it, else the latest. */
export function baseRow(rows: readonly Row[], instant: number): Row | undefined {
  const covering = rows.find((row) => row.from <= instant && instant < row.to);
  return covering ?? rows.toSorted((a, b) => b.from - a.from)[0];
}

function checkPresence(
  changeset: Changeset,
  intent: Intent & { record: string },
  rows: readonly Row[],
  moment: Moment,
): void {
  const params = { register: changeset.register.id, record: intent.record };
  if (intent.verb === 'create') {
    if (rows.length > 0) throw new Problem('record-exists', params);
    return;
  }
  const present = baseRow(rows, moment.now);
  if (!present && (intent.verb !== 'replace' || intent.ifMatch !== undefined)) {
    throw new Problem(intent.ifMatch === undefined ? 'record-not-found' : 'precondition-failed', params);
  }
  if (!present || intent.ifMatch === undefined || intent.ifMatch === '*') return;
  if (!intent.ifMatch.includes(present.knownFrom)) throw new Problem('precondition-failed', params);
}

function retire(changeset: Changeset, record: string, stated: Stretch | undefined, moment: Moment): Outcome {
  const stretch = stated ?? defaultStretch(changeset.register, moment.now);
  const touched = changeset.rowsOf(record).some((row) => row.from < stretch.to && row.to > stretch.from);
  if (!touched) throw new Problem('record-not-found', { register: changeset.register.id, record });
  changeset.assert(record, stretch, null, moment.next);
  return { position: moment.next, created: false, violations: [] };
}

function unstatedStretch(
  changeset: Changeset,
  rows: readonly Row[],
  base: Row | undefined,
  now: number,
): Stretch {
  if (rows.length === 0) return always;
  const stretch = defaultStretch(changeset.register, now);
  if (!base) return stretch;
  return base.to > stretch.from ? { from: Math.max(base.from, stretch.from), to: base.to } : stretch;
}

/** JSON Merge Patch (RFC 7396) of a record's properties and geometry. */
function patched(
  body: Body,
  patch: { properties?: Readonly<Record<string, unknown>>; geometry?: Body['geometry'] },
): Body {
  return {
    properties: mergePatch(body.properties, patch.properties ?? {}) as Body['properties'],
    geometry: patch.geometry === undefined ? body.geometry : patchedGeometry(body.geometry, patch.geometry),
  };
}

/** Members that belong to the former type go with it. */
function patchedGeometry(geometry: Body['geometry'], patch: Body['geometry']): Body['geometry'] {
  const merged = mergePatch(geometry, patch) as Body['geometry'];
  if (typeof merged !== 'object' || merged === null || Array.isArray(merged)) return merged;
  const { geometries, coordinates, ...rest } = merged as unknown as Record<string, unknown>;
  const own = rest.type === 'GeometryCollection' ? { geometries } : { coordinates };
  return { ...rest, ...own } as unknown as Body['geometry'];
}
