import { Readable } from 'node:stream';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { Parser, type Quad, Store, type Term } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bearer, type CatalogueApi, openCatalogue } from './catalogue-api.ts';

/** DCAT-AP 3.0: mandatory properties by class, transcribed from chapter "Quick reference of classes and properties". */
let api: CatalogueApi;
let store: Store;

const dcat = (name: string) => `http://www.w3.org/ns/dcat#${name}`;
const dct = (name: string) => `http://purl.org/dc/terms/${name}`;
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const turtleOf = async (url: string, headers = {}) => new Parser().parse((await api.get(url, headers)).text);

beforeAll(async () => {
  api = await openCatalogue();
  store = new Store(await turtleOf('/catalogue/dcat'));
});
afterAll(() => api.close());

interface Shape {
  readonly class: string;
  /** Property, and whether its values are literals or resources. */
  readonly mandatory: readonly (readonly [string, 'Literal' | 'NamedNode' | 'Resource'])[];
}

const shapes: readonly Shape[] = [
  {
    class: dcat('Catalog'),
    mandatory: [
      [dct('title'), 'Literal'],
      [dct('description'), 'Literal'],
      [dct('publisher'), 'Resource'],
    ],
  },
  {
    class: dcat('Dataset'),
    mandatory: [
      [dct('title'), 'Literal'],
      [dct('description'), 'Literal'],
    ],
  },
  { class: dcat('Distribution'), mandatory: [[dcat('accessURL'), 'NamedNode']] },
  {
    class: dcat('DataService'),
    mandatory: [
      [dct('title'), 'Literal'],
      [dcat('endpointURL'), 'NamedNode'],
    ],
  },
  { class: 'http://xmlns.com/foaf/0.1/Agent', mandatory: [['http://xmlns.com/foaf/0.1/name', 'Literal']] },
];

describe('mandatory properties', () => {
  test.each(shapes)('$class', ({ class: name, mandatory }) => {
    const subjects = store.getSubjects(type, name, null);
    expect(subjects.length).toBeGreaterThan(0);
    for (const subject of subjects)
      for (const [property, kind] of mandatory) {
        const objects = store.getObjects(subject, property, null);
        expect(objects.length, `${subject.value} ${property}`).toBeGreaterThan(0);
        for (const object of objects) {
          if (kind === 'Resource') expect(object.termType).not.toBe('Literal');
          else expect(object.termType).toBe(kind);
        }
      }
  });

  test('every dataset and service that the catalogue names is described, every distribution belongs to a dataset', () => {
    for (const property of [dcat('dataset'), dcat('service')])
      for (const object of store.getObjects(null, property, null))
        expect(store.countQuads(object, type, null, null), object.value).toBeGreaterThan(0);
    for (const subject of store.getSubjects(type, dcat('Distribution'), null))
      expect(store.countQuads(null, dcat('distribution'), subject, null)).toBe(1);
  });

  test('each language says a title once (sh:uniqueLang)', () => {
    for (const subject of store.getSubjects(type, dcat('Dataset'), null)) {
      const said = store
        .getObjects(subject, dct('title'), null)
        .map((object) => (object as { language: string }).language);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

describe('what a dataset says', () => {
  const values = (property: string) => {
    const catalogue = store.getSubjects(type, dcat('Catalog'), null)[0]!.value;
    return store.getObjects(`${catalogue}/items/wells`, property, null).map(({ value }) => value);
  };

  test('texts in four languages, themes of three vocabularies, licence, frequency, rights', () => {
    expect(values(dct('title')).sort()).toEqual(['Quyular', 'Wells', 'الآبار', 'چاه‌ها'].sort());
    expect(values(dcat('theme'))).toEqual(
      expect.arrayContaining([
        'http://publications.europa.eu/resource/authority/data-theme/ENVI',
        'http://inspire.ec.europa.eu/theme/hy',
      ]),
    );
    expect(values(dct('accrualPeriodicity'))).toEqual([
      'http://publications.europa.eu/resource/authority/frequency/MONTHLY',
    ]);
    expect(values(dct('accessRights'))).toEqual([
      'http://publications.europa.eu/resource/authority/access-right/PUBLIC',
    ]);
    expect(store.getObjects(null, dct('license'), null).map(({ value }) => value)).toContain(
      'https://spdx.org/licenses/CC-BY-4.0',
    );
  });

  test('place as WKT, keeper as agent, contact, period', () => {
    const boxes = store.getObjects(null, dcat('bbox'), null);
    expect(boxes.map(({ value }) => value)).toContain('POLYGON((49 40,50 40,50 41,49 41,49 40))');
    const names = store.getObjects(null, 'http://xmlns.com/foaf/0.1/name', null).map(({ value }) => value);
    expect(names).toContain('Su Agentliyi');
    const mails = store.getObjects(null, 'http://www.w3.org/2006/vcard/ns#hasEmail', null);
    expect(mails.map(({ value }) => value)).toEqual(['mailto:water@example.org']);
    expect(store.getObjects(null, dcat('startDate'), null).map(({ value }) => value)).toContain(
      '2020-05-01T00:00:00Z',
    );
  });
});

test('JSON-LD says what Turtle says', async () => {
  const { text, type: mediaType } = await api.get('/catalogue/dcat?f=jsonld');
  expect(mediaType).toContain('application/ld+json');
  const quads = await parseJsonLd(text);
  expect(quads.length).toBeGreaterThan(100);
  expect(shape(quads)).toEqual(shape(await turtleOf('/catalogue/dcat?f=ttl')));
});

test('a single record, and who may see it', async () => {
  const one = new Store(await turtleOf('/catalogue/dcat?id=wells'));
  expect(one.getSubjects(type, dcat('Dataset'), null)).toHaveLength(1);
  expect((await api.get('/catalogue/dcat')).text).not.toContain('hidden-wells');
  expect((await api.get('/catalogue/dcat?id=hidden-wells')).status).toBe(404);
  expect((await api.get('/catalogue/dcat', bearer)).text).toContain('hidden-wells');
  expect((await api.get('/catalogue/dcat', { accept: 'application/ld+json' })).type).toContain(
    'application/ld+json',
  );
  expect((await api.get('/catalogue/dcat', { accept: 'text/html,*/*' })).type).toContain('text/turtle');
});

async function parseJsonLd(text: string): Promise<Quad[]> {
  const quads: Quad[] = [];
  for await (const quad of Readable.from([text]).pipe(new JsonLdParser())) quads.push(quad as Quad);
  return quads;
}

/** Statements with what blank nodes say in place of their names, in order. Blank nodes hang in trees here. */
function shape(quads: readonly Quad[]): readonly string[] {
  const said = new Map<string, Quad[]>();
  for (const quad of quads) said.set(quad.subject.value, [...(said.get(quad.subject.value) ?? []), quad]);
  const show = (term: Term): string => {
    if (term.termType !== 'BlankNode')
      return `${term.termType} ${term.value} ${'language' in term ? term.language : ''} ${'datatype' in term ? term.datatype.value : ''}`;
    return `[${(said.get(term.value) ?? [])
      .map((quad) => `${quad.predicate.value} ${show(quad.object)}`)
      .sort()
      .join('; ')}]`;
  };
  const all = quads
    .filter(({ subject }) => subject.termType !== 'BlankNode')
    .map((quad) => `${quad.subject.value} ${quad.predicate.value} ${show(quad.object)}`);
  return [...new Set(all)].sort();
}
