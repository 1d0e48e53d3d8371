import sql from 'sql-template-tag';
import { anonymous } from '../access/caller.ts';
import { narrow } from '../access/narrow.ts';
import type { Queryable } from '../db/database.ts';
import { Problem } from '../errors.ts';
import type { Position } from '../log/entry.ts';
import type { Field, RegisterDeclaration } from '../register/declaration.ts';
import { normaliseRegister } from '../register/define-register.ts';
import type { Register, Registry } from '../register/register.ts';
import type { ManifestRegister } from './manifest.ts';

/** A register as it was declared at a position of the log, seen as everybody may see it then and now. */
export interface RegisterAt {
  readonly register: Register;
  readonly fields: readonly Field[];
  readonly hasRowRule: boolean;
  readonly hasHiddenFields: boolean;
}

/**
 * The declaration that the log had at a position. What is restricted now stays inside even where it was public then.
 * @throws {Problem} `register-not-found` where it did not stand then, or is not for everybody
 */
export async function registerAt(
  db: Queryable,
  registry: Registry,
  id: string,
  position: Position,
): Promise<RegisterAt> {
  const current = registry.require(id);
  const now = narrow(current, anonymous);
  const [row] = await db.query<{ body: string | null }>(sql`
    select body from ufuq.entry where register = 0 and record = ${id} and position <= ${position}::bigint
    order by position desc limit 1`);
  if (!row?.body) throw new Problem('register-not-found', { register: id });
  const { properties } = JSON.parse(row.body) as { properties: RegisterDeclaration };
  const register = normaliseRegister(properties, current.origin);
  const then = narrow(register, anonymous);
  const open = new Set(now.fields.map(({ name }) => name));
  const fields = then.fields.filter(({ name }) => open.has(name));
  return {
    register,
    fields,
    hasRowRule: now.rows !== undefined || then.rows !== undefined,
    hasHiddenFields: fields.length < register.fields.length,
  };
}

/** What everybody may know of the declaration: nothing in it names a field that is withheld. */
export function publicDeclaration({ register, fields }: RegisterAt): ManifestRegister['declaration'] {
  const { id, title, description, desk, theme, steward, legalBasis, geometry, geometryRequired } = register;
  const { titleField, validTime, lifecycle } = register;
  const isSeen = (name: string | undefined) =>
    name === undefined || fields.some((field) => field.name === name);
  const timeFields =
    validTime.kind === 'interval'
      ? [validTime.from, validTime.to]
      : validTime.kind === 'event'
        ? [validTime.at]
        : [];
  return {
    id,
    title,
    description,
    ...(desk !== undefined && { desk }),
    ...(theme !== undefined && { theme }),
    ...(steward !== undefined && { steward }),
    ...(legalBasis !== undefined && { legalBasis }),
    geometry,
    geometryRequired,
    ...(titleField !== undefined && isSeen(titleField) && { titleField }),
    ...(timeFields.every(isSeen) && { validTime }),
    ...(lifecycle !== undefined && isSeen(lifecycle.field) && { lifecycle }),
    fields,
  };
}
