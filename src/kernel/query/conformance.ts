const base = 'http://www.opengis.net/spec/cql2/1.0/conf';

/** Conformance classes of OGC 21-065r2 that hold, for the declaration at `/conformance`. */
export const cql2Conformance: readonly string[] = [
  'cql2-text',
  'cql2-json',
  'basic-cql2',
  'advanced-comparison-operators',
  'case-insensitive-comparison',
  'accent-insensitive-comparison',
  'basic-spatial-functions',
  'basic-spatial-functions-plus',
  'spatial-functions',
  'temporal-functions',
  'array-functions',
  'property-property',
  'functions',
  'arithmetic',
].map((name) => `${base}/${name}`);
