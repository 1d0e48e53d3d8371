const base = 'http://www.opengis.net/spec/ogcapi-records-1/1.0/conf';

/** Conformance classes of OGC 20-004r1 that hold; each has its tests in `test/conformance/records`. */
export const recordsConformance: readonly string[] = [
  'record-core',
  'record-collection',
  'record-core-query-parameters',
  'records-api',
  'sorting',
  'json',
  'html',
  'oas30',
  'searchable-catalog',
  'searchable-catalog/sorting',
  'searchable-catalog/filtering',
].map((name) => `${base}/${name}`);
