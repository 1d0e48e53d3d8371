import { cql2Conformance } from '../../kernel/query/conformance.ts';

const spec = (part: string, names: readonly string[]) =>
  names.map((name) => `http://www.opengis.net/spec/${part}/conf/${name}`);

/** What `/conformance` declares; each class has its tests in `test/conformance/features`. */
export const conformance: readonly string[] = [
  ...spec('ogcapi-features-1/1.0', ['core', 'oas30', 'html', 'geojson']),
  ...spec('ogcapi-features-2/1.0', ['crs']),
  ...spec('ogcapi-features-3/1.0', [
    'queryables',
    'queryables-query-parameters',
    'filter',
    'features-filter',
  ]),
  ...cql2Conformance,
  ...spec('ogcapi-features-4/1.0', [
    'create-replace-delete',
    'update',
    'optimistic-locking-etags',
    'features',
  ]),
  ...spec('ogcapi-common-3/1.0', [
    'schemas',
    'advanced-property-roles',
    'references',
    'returnables-and-receivables',
    'queryables',
    'sortables',
  ]),
  ...spec('json-fg-1/1.0', ['core']),
];
