/** What `/conformance` declares of tiles; each class has its tests in `test/conformance/tiles`. */
export const conformance: readonly string[] = [
  ...[
    'core',
    'tileset',
    'tilesets-list',
    'dataset-tilesets',
    'geodata-tilesets',
    'collections-selection',
    'datetime',
    'oas30',
    'mvt',
  ].map((name) => `http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/${name}`),
  ...[
    'tilematrixset',
    'json-tilematrixset',
    'tilematrixsetlimits',
    'json-tilematrixsetlimits',
    'tilesetmetadata',
    'json-tilesetmetadata',
  ].map((name) => `http://www.opengis.net/spec/tms/2.0/conf/${name}`),
];
