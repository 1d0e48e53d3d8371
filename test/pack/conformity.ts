import type { Feature, Geometry } from 'geojson';
import type { Field } from '../../src/kernel/register/declaration.ts';
import type { Register } from '../../src/kernel/register/register.ts';

/** What is wrong with a record by its declaration; written apart from the kernel's own check, to hold it against that. */
export function* faultsOf(
  register: Register,
  record: Feature<Geometry | null>,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<string> {
  const where = `${register.id}/${record.id}`;
  const properties = record.properties ?? {};
  const fields = new Map(register.fields.map((field) => [field.name, field]));
  for (const name of Object.keys(properties))
    if (!fields.has(name)) yield `${where}: ${name} is not declared`;
  for (const field of register.fields) {
    const value: unknown = properties[field.name];
    if (value === undefined || value === null) {
      if (field.required) yield `${where}: ${field.name} is missing`;
      continue;
    }
    const values = field.type === 'array' ? (value as unknown[]) : [value];
    for (const one of values)
      for (const fault of valueFaults(field, one, ids)) yield `${where}.${field.name}: ${fault}`;
  }
  yield* geometryFaults(register, record, where);
}

function* valueFaults(
  field: Field,
  value: unknown,
  ids: ReadonlyMap<string, ReadonlySet<string>>,
): Iterable<string> {
  const type = field.type === 'array' ? field.items! : field.type;
  if (!typed[type]?.(value)) yield `${JSON.stringify(value)} is no ${type}`;
  if (field.codes && !field.codes.some((code) => code.value === value)) yield `${value} is no code`;
  if (field.ref && !ids.get(field.ref)?.has(String(value))) yield `${field.ref} has no ${value}`;
  if (field.pattern && !new RegExp(field.pattern, 'u').test(String(value))) yield `${value} does not match`;
  if (field.maxLength && String(value).length > field.maxLength) yield 'too long';
  if (field.minimum !== undefined && Number(value) < field.minimum)
    yield `${value} is below ${field.minimum}`;
  if (field.maximum !== undefined && Number(value) > field.maximum)
    yield `${value} is above ${field.maximum}`;
}

const typed: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && value.trim() === value && value !== '',
  integer: Number.isSafeInteger,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => canonical(`${value}T00:00:00Z`)?.slice(0, 10) === value,
  timestamp: (value) => canonical(String(value)) === value,
  localized: (value) =>
    ['az', 'en'].every((language) => Boolean((value as Record<string, string>)[language])) &&
    Object.entries(value as object).every(
      ([key, text]) => ['az', 'en', 'ar', 'fa'].includes(key) && typeof text === 'string',
    ),
};

/** A moment in the one form that JSON gives it; undefined where there is no such moment. */
function canonical(text: string): string | undefined {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment.toISOString();
}

function* geometryFaults(
  register: Register,
  { geometry }: Feature<Geometry | null>,
  where: string,
): Iterable<string> {
  if (register.geometry === null) {
    if (geometry !== null) yield `${where}: has a geometry`;
  } else if (geometry === null) {
    if (register.geometryRequired) yield `${where}: has no geometry`;
  } else if (register.geometry !== 'Geometry' && geometry.type !== register.geometry) {
    yield `${where}: is a ${geometry.type}`;
  }
}
