import { checkDeclaration } from './check-declaration.ts';
import { checkConditions } from './condition-check.ts';
import type { RegisterDeclaration } from './declaration.ts';
import { predecessorsOf } from './predecessors.ts';
import { provenanceFields } from './provenance.ts';
import type { Register } from './register.ts';

/**
 * Declares a register once; its table, schema, collection, pages and tests derive from what this returns.
 * @throws {Problem} `invalid-body` naming everything that is wrong with the declaration.
 */
export function defineRegister(declaration: RegisterDeclaration): Register {
  return normaliseRegister(declaration, 'code');
}

/**
 * Fills in the defaults of a declaration. One that is stored has the fields that its table has: what the program has
 * since come to add to every register is not there before the register is declared anew.
 */
export function normaliseRegister(
  declaration: RegisterDeclaration,
  origin: Register['origin'],
  isStored = false,
): Register {
  checkDeclaration(declaration);
  const provenance = declaration.provenance ?? origin === 'code';
  const own = new Set(declaration.fields.map((field) => field.name));
  const lineage = declaration.lineage === undefined ? [] : [predecessorsOf(declaration.id)];
  const all = [...lineage, ...(provenance ? provenanceFields : [])].filter(({ name }) => !own.has(name));
  const added = isStored ? [] : all;
  const register: Register = {
    ...declaration,
    geometryRequired: declaration.geometryRequired ?? false,
    validTime: declaration.validTime ?? { kind: 'always' },
    access: declaration.access ?? { read: 'public' },
    provenance,
    fields: [...declaration.fields, ...added],
    origin,
  };
  checkConditions(register);
  return register;
}
