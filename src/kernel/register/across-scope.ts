import { raw, type Sql } from 'sql-template-tag';
import { type Cql2Expression, childrenOf, isProperty } from '../query/tree.ts';
import { columnOf, quote, systemColumns as system } from './columns.ts';
import type { Field } from './declaration.ts';
import { type RegisterScope, scopeOf } from './queryables.ts';
import type { Register } from './register.ts';

/** Finds a register by its id. */
export type Lookup = (id: string) => Register | undefined;

/** A register that a condition asks through a field that refers to it. */
export interface Path {
  readonly field: Field;
  readonly target: Register;
  /** Name of its table in the statement. */
  readonly alias: string;
  /** What is asked of it. */
  readonly name: string;
}

/** What a rule may ask: the register's own fields, and `field.name` of the records that its fields refer to. */
export interface AcrossScope extends RegisterScope {
  path(name: string): Path | undefined;
}

export function acrossScope(register: Register, lookup: Lookup): AcrossScope {
  const own = scopeOf(register, { fields: register.fields });
  const path = (name: string): Path | undefined => {
    const reference = referenceIn(register, name);
    const target = reference && lookup(reference.field.ref!);
    if (!target) return undefined;
    return { ...reference, target, alias: `r${register.fields.indexOf(reference.field)}` };
  };
  const inTarget = ({ target, name }: Path) => scopeOf(target, { fields: target.fields }).property(name);
  return {
    path,
    names: () => [...own.names(), ...register.fields.filter(isReference).map(({ name }) => `${name}.…`)],
    property(name) {
      const found = own.property(name);
      const foreign = found ? undefined : path(name);
      return found ?? (foreign && inTarget(foreign));
    },
    column(name): Sql {
      const foreign = own.property(name) ? undefined : path(name);
      if (!foreign) return own.column(name);
      const isField = foreign.target.fields.some((field) => field.name === foreign.name);
      const systemColumn = foreign.name === 'id' ? system.record : system.geometry;
      return raw(`${foreign.alias}.${isField ? quote(columnOf(foreign.name)) : systemColumn}`);
    },
  };
}

/** The properties that an expression asks for. */
export function propertiesIn(expression: Cql2Expression): readonly string[] {
  if (typeof expression === 'object' && isProperty(expression)) return [expression.property];
  return childrenOf(expression).flatMap(propertiesIn);
}

/** `district.kind` as the field and what is asked of the record that it refers to; own fields come first. */
export function referenceIn(
  { fields }: Pick<Register, 'fields'>,
  name: string,
): { field: Field; name: string } | undefined {
  if (fields.some((field) => field.name === name)) return undefined;
  const field = fields.find((each) => isReference(each) && name.startsWith(`${each.name}.`));
  return field && { field, name: name.slice(field.name.length + 1) };
}

function isReference({ ref, type }: Field): boolean {
  return ref !== undefined && type === 'string';
}
