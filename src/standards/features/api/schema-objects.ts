const strings = { type: 'array', items: { type: 'string' } };
const links = { type: 'array', items: { $ref: '#/components/schemas/Link' } };

/** Schemas that the API description refers to, in the dialect of OpenAPI 3.0. */
export const schemaObjects = {
  Link: {
    type: 'object',
    required: ['href', 'rel', 'type'],
    properties: {
      href: { type: 'string', format: 'uri' },
      rel: { type: 'string' },
      type: { type: 'string' },
      title: { type: 'string' },
      hreflang: { type: 'string' },
    },
  },
  Count: {
    type: 'object',
    required: ['register', 'sentence', 'count', 'undated', 'isExact', 'isComplete', 'position', 'statements'],
    properties: {
      register: { type: 'string' },
      sentence: { type: 'string', description: 'The answer in the language of the client.' },
      count: { type: 'integer', description: 'Records that held for certain.' },
      undated: { type: 'integer', description: 'Records of which nobody has said whether they held yet.' },
      unplaced: { type: 'integer', description: 'Records without a place, where a box was asked about.' },
      atLeast: { type: 'integer' },
      atMost: { type: 'integer' },
      isExact: { type: 'boolean' },
      isComplete: { type: 'boolean', description: 'Somebody answers for it that these are all.' },
      unknown: { type: 'boolean' },
      reason: { type: 'string', enum: ['none', 'period', 'area', 'withheld', 'many'] },
      datetime: { type: 'object' },
      position: { type: 'integer', description: 'Position of the log that the answer reflects.' },
      statements: { type: 'array', items: { type: 'object' } },
      groups: { type: 'array', items: { type: 'object' } },
      numberOfGroups: { type: 'integer' },
      timeStamp: { type: 'string', format: 'date-time' },
      links,
    },
  },
  LandingPage: {
    type: 'object',
    required: ['links'],
    properties: { title: { type: 'string' }, description: { type: 'string' }, links },
  },
  Conformance: { type: 'object', required: ['conformsTo'], properties: { conformsTo: strings } },
  Extent: {
    type: 'object',
    properties: {
      spatial: {
        type: 'object',
        properties: {
          bbox: {
            type: 'array',
            minItems: 1,
            items: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
          },
          crs: { type: 'string' },
        },
      },
      temporal: {
        type: 'object',
        properties: {
          interval: {
            type: 'array',
            minItems: 1,
            items: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'string', nullable: true } },
          },
          trs: { type: 'string' },
        },
      },
    },
  },
  Collection: {
    type: 'object',
    required: ['id', 'links'],
    properties: {
      id: { type: 'string' },
      title: { type: 'string' },
      description: { type: 'string' },
      extent: { $ref: '#/components/schemas/Extent' },
      itemType: { type: 'string', default: 'feature' },
      crs: strings,
      storageCrs: { type: 'string' },
      count: { type: 'integer' },
      links,
    },
  },
  Collections: {
    type: 'object',
    required: ['links', 'collections'],
    properties: {
      links,
      crs: strings,
      collections: { type: 'array', items: { $ref: '#/components/schemas/Collection' } },
    },
  },
  Geometry: {
    type: 'object',
    nullable: true,
    required: ['type'],
    properties: {
      type: {
        type: 'string',
        enum: [
          'Point',
          'MultiPoint',
          'LineString',
          'MultiLineString',
          'Polygon',
          'MultiPolygon',
          'GeometryCollection',
        ],
      },
      coordinates: { type: 'array', items: {} },
      geometries: { type: 'array', items: { type: 'object' } },
    },
  },
  Feature: {
    type: 'object',
    required: ['type', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { $ref: '#/components/schemas/Geometry' },
      properties: { type: 'object', nullable: true },
      links,
    },
  },
  FeatureCollection: {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      features: { type: 'array', items: { $ref: '#/components/schemas/Feature' } },
      links,
      timeStamp: { type: 'string', format: 'date-time' },
      numberMatched: { type: 'integer', minimum: 0 },
      numberReturned: { type: 'integer', minimum: 0 },
    },
  },
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail'],
    properties: {
      type: { type: 'string', format: 'uri' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'code', 'detail'],
          properties: {
            pointer: { type: 'string' },
            code: { type: 'string' },
            detail: { type: 'string' },
            geometry: { type: 'object' },
          },
        },
      },
    },
  },
} as const;
