import type { Violation } from '../errors.ts';
import type { Body } from '../log/entry.ts';
import { checkGeometry } from './geometry-check.ts';
import type { Register } from './register.ts';
import { checkValue } from './value-check.ts';

export interface RecordLimits {
  readonly maxVertices: number;
}

/** A body in stored form, without what has no value and what is at fault, with everything that is wrong with it. */
export interface CheckedRecord {
  readonly body: Body;
  readonly violations: readonly Violation[];
}

/** Checks what a register can check of one record alone: fields, required values, geometry. Pure and quick. */
export function checkRecord(register: Register, body: Body, limits: RecordLimits): CheckedRecord {
  const violations: Violation[] = [];
  const properties: Record<string, unknown> = {};
  for (const field of register.fields) {
    const value = body.properties[field.name];
    const pointer = `/properties/${escapePointer(field.name)}`;
    if (value === null || value === undefined) {
      if (field.required) violations.push({ pointer, code: 'required', params: { field: field.name } });
      continue;
    }
    const checked = checkValue(field, value, pointer);
    if ('violations' in checked) violations.push(...checked.violations);
    else properties[field.name] = checked.value;
  }
  const faults = geometryViolations(register, body, limits);
  violations.push(...unknownProperties(register, body), ...faults);
  return { body: { properties, geometry: faults.length > 0 ? null : body.geometry }, violations };
}

function* unknownProperties(register: Register, body: Body): Iterable<Violation> {
  const names = new Set(register.fields.map((field) => field.name));
  for (const name of Object.keys(body.properties))
    if (!names.has(name))
      yield {
        pointer: `/properties/${escapePointer(name)}`,
        code: 'property-unknown',
        params: { value: name, allowed: [...names].join(', ') },
      };
}

function geometryViolations(register: Register, body: Body, limits: RecordLimits): Violation[] {
  if (body.geometry === null)
    return register.geometryRequired
      ? [{ pointer: '/geometry', code: 'required', params: { field: 'geometry' } }]
      : [];
  if (register.geometry === null) return [{ pointer: '/geometry', code: 'geometry-not-wanted' }];
  return checkGeometry(body.geometry, { kind: register.geometry, maxVertices: limits.maxVertices });
}

/** A name as a reference token of a JSON pointer (RFC 6901). */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
