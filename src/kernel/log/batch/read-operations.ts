import { Problem, type Violation } from '../../errors.ts';
import { matchPositions } from '../../http/entity-tag.ts';
import { isObject } from '../../http/json-body.ts';
import type { Registry } from '../../register/register.ts';
import { show } from '../../register/value-check.ts';
import type { ValidPeriod } from '../entry.ts';
import type { NewRecord, Operation } from './operation.ts';
import { operationShapes } from './operation-schema.ts';

/** Operations in a batch at most, over whichever door it comes. */
export const mostOperations = 10_000;

/**
 * Reads an array of operations; what stands in the records, their registers check.
 * @throws {Problem} `invalid-body` with everything that is wrong with its form, `too-complex` beyond the limit.
 */
export function readOperations(value: unknown, registry: Pick<Registry, 'get'>): readonly Operation[] {
  if (!Array.isArray(value)) throw new Problem('invalid-body', {}, [{ pointer: '', code: 'not-a-list' }]);
  if (value.length === 0)
    throw new Problem('invalid-body', {}, [
      { pointer: '', code: 'too-few-members', params: { minimum: 1, count: 0 } },
    ]);
  if (value.length > mostOperations)
    throw new Problem('too-complex', {}, [
      { pointer: '', code: 'too-many-operations', params: { count: value.length, maximum: mostOperations } },
    ]);
  const reading = new Reading(registry);
  const operations = value.map((each, index) => reading.operation(each, `/${index}`));
  if (reading.violations.length > 0) throw new Problem('invalid-body', {}, reading.violations);
  return operations as Operation[];
}

/** Goes through a batch and notes what is wrong; what it gives is sound where nothing was noted. */
class Reading {
  readonly violations: Violation[] = [];
  private readonly registry: Pick<Registry, 'get'>;

  constructor(registry: Pick<Registry, 'get'>) {
    this.registry = registry;
  }

  operation(value: unknown, pointer: string): object {
    if (!isObject(value)) return this.refuse(pointer, 'not-an-object');
    const shape = Object.hasOwn(operationShapes, String(value.op)) && operationShapes[String(value.op)];
    if (!shape) {
      if (value.op === undefined) return this.refuse(`${pointer}/op`, 'required', { field: 'op' });
      const allowed = Object.keys(operationShapes).join(', ');
      return this.refuse(`${pointer}/op`, 'not-allowed', { value: show(value.op), allowed });
    }
    this.members(value, ['op', ...shape.required, ...shape.optional], shape.required, pointer);
    const read: Record<string, unknown> = { op: value.op };
    for (const name of [...shape.required, ...shape.optional])
      if (value[name] !== undefined) read[name] = this.member(value, name, `${pointer}/${name}`);
    // A record that is made or replaced and says nothing of its place has none.
    if (value.op === 'create' || value.op === 'replace') read.geometry ??= null;
    return read;
  }

  private members(
    value: Readonly<Record<string, unknown>>,
    allowed: readonly string[],
    required: readonly string[],
    pointer: string,
  ): void {
    for (const name of Object.keys(value))
      if (!allowed.includes(name))
        this.refuse(`${pointer}/${name}`, 'member-unknown', { value: name, allowed: allowed.join(', ') });
    for (const name of required)
      if (value[name] === undefined) this.refuse(`${pointer}/${name}`, 'required', { field: name });
  }

  private member(operation: Readonly<Record<string, unknown>>, name: string, pointer: string): unknown {
    const value = operation[name];
    const isMerge = operation.op === 'merge';
    switch (name) {
      case 'register': {
        const id = this.text(value, pointer);
        if (typeof value === 'string' && !this.registry.get(id))
          this.refuse(pointer, 'register-unknown', { value: id.slice(0, 100) });
        return id;
      }
      case 'properties':
        return isObject(value) ? value : this.refuse(pointer, 'not-an-object');
      case 'geometry':
        return value;
      case 'valid':
        return this.period(value, pointer);
      case 'ids':
        return this.list(value, 2, pointer, (each, at) => this.text(each, at));
      case 'into':
        return isMerge
          ? this.made(value, pointer)
          : this.list(value, 2, pointer, (each, at) => this.made(each, at));
      case 'ifMatch':
        return isMerge
          ? this.list(value, 1, pointer, (each, at) => this.tags(each, at))
          : this.tags(value, pointer);
      default:
        return this.text(value, pointer);
    }
  }

  private made(value: unknown, pointer: string): NewRecord {
    if (!isObject(value)) return this.refuse(pointer, 'not-an-object') as NewRecord;
    this.members(value, ['id', 'properties', 'geometry'], ['properties'], pointer);
    return {
      ...(value.id === undefined ? {} : { id: this.text(value.id, `${pointer}/id`) }),
      properties: isObject(value.properties)
        ? value.properties
        : (this.refuse(`${pointer}/properties`, 'not-an-object') as Record<string, unknown>),
      geometry: (value.geometry ?? null) as NewRecord['geometry'],
    };
  }

  private list(
    value: unknown,
    minimum: number,
    pointer: string,
    read: (each: unknown, pointer: string) => unknown,
  ): unknown {
    if (!Array.isArray(value)) return this.refuse(pointer, 'type-array', { value: show(value) });
    if (value.length < minimum) this.refuse(pointer, 'too-few-members', { minimum, count: value.length });
    return value.map((each, index) => read(each, `${pointer}/${index}`));
  }

  private text(value: unknown, pointer: string): string {
    if (typeof value !== 'string') this.refuse(pointer, 'type-string', { value: show(value) });
    return String(value);
  }

  private period(value: unknown, pointer: string): ValidPeriod {
    const none = { from: null, to: null };
    if (!isObject(value)) {
      this.refuse(pointer, 'not-an-object');
      return none;
    }
    this.members(value, ['from', 'to'], [], pointer);
    const bound = (name: 'from' | 'to') =>
      value[name] === undefined || value[name] === null ? null : this.text(value[name], `${pointer}/${name}`);
    return { from: bound('from'), to: bound('to') };
  }

  private tags(value: unknown, pointer: string): unknown {
    try {
      return matchPositions(this.text(value, pointer));
    } catch {
      return this.refuse(pointer, 'etag', { value: show(value), example: '"6988"' });
    }
  }

  private refuse(pointer: string, code: string, params?: Violation['params']): object {
    this.violations.push({ pointer, code, ...(params ? { params } : {}) });
    return {};
  }
}
