import { Problem, type Violation } from '../../kernel/errors.ts';
import type { ImportRequest } from '../../kernel/transfer/import-request.ts';

/** Everything that can be said of an import in a query string. */
const texts = [
  'name',
  'register',
  'layer',
  'crs',
  'encoding',
  'delimiter',
  'legal-basis',
  'id-field',
] as const;
const switches = ['create', 'repair', 'partial', 'dry-run', 'replace', 'wait'] as const;
const allowed = [...texts, ...switches, 'map'].join(', ');

export type AskedImport = Pick<
  ImportRequest,
  | 'name'
  | 'register'
  | 'layer'
  | 'crs'
  | 'encoding'
  | 'delimiter'
  | 'legalBasis'
  | 'idField'
  | 'map'
  | 'repair'
  | 'partial'
  | 'dryRun'
  | 'replace'
> & { readonly wait: boolean };

/**
 * Reads the query of `POST /imports`. Either `register` or `create=true` says where the records go; `map=from=to` may be
 * repeated, and `map=from=` leaves a field out. @throws {Problem} `invalid-parameter` with everything that is wrong
 */
export function readImportParameters(query: Readonly<Record<string, unknown>>): AskedImport {
  const violations: Violation[] = [];
  const refuse = (name: string, code: string, params: Violation['params'] = {}) =>
    violations.push({ pointer: `parameter:${name}`, code, params });
  const single = (name: string): string | undefined => {
    const value = query[name];
    if (Array.isArray(value)) refuse(name, 'parameter-repeated', { name });
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const isOn = (name: string): boolean => {
    const value = single(name);
    if (value !== undefined && value !== 'true' && value !== 'false')
      refuse(name, 'not-allowed', { value: value.slice(0, 80), allowed: 'true, false' });
    return value === 'true';
  };
  for (const name of Object.keys(query))
    if (!allowed.split(', ').includes(name)) refuse(name, 'parameter-unknown', { name, allowed });
  const map: Record<string, string> = {};
  for (const pair of [query.map ?? []].flat().map(String)) {
    const at = pair.indexOf('=');
    if (at < 1) refuse('map', 'not-allowed', { value: pair.slice(0, 80), allowed: 'map=from=to' });
    else map[pair.slice(0, at)] = pair.slice(at + 1);
  }
  const asked: AskedImport = {
    name: single('name'),
    register: single('register'),
    layer: single('layer'),
    crs: single('crs'),
    encoding: single('encoding'),
    delimiter: single('delimiter'),
    legalBasis: single('legal-basis'),
    idField: single('id-field'),
    map,
    repair: isOn('repair'),
    partial: isOn('partial'),
    dryRun: isOn('dry-run'),
    replace: isOn('replace'),
    wait: isOn('wait'),
  };
  const isCreated = isOn('create');
  if ((asked.register === undefined) !== isCreated) refuse('register', 'import-target');
  if (violations.length > 0) throw new Problem('invalid-parameter', {}, violations);
  return asked;
}
