import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import { licenceUrl } from '../../kernel/catalogue/licence.ts';
import { inspireTheme } from '../../kernel/catalogue/vocabularies.ts';
import { formats } from '../../kernel/formats/formats.ts';
import type { DoorContext } from '../../kernel/http/contribution.ts';
import { segment } from '../../kernel/http/links.ts';
import { type LocalizedText, languages } from '../../kernel/i18n/language.ts';
import type { Box, TimeRange } from '../../kernel/query/question.ts';
import { type Resource, resource, text, texts, typed, uri, type Value } from './resource.ts';
import { accessRight, dataTheme, fileType, frequency, languageUris, mediaTypeUri } from './vocabularies.ts';

export function datasetUri(base: string, id: string): string {
  return `${base}/collections/catalogue/items/${segment(id)}`;
}

/** An organisation (`foaf:name` is mandatory in DCAT-AP). */
export function agent(own: string, name: LocalizedText): Resource {
  return resource(['foaf:Agent'], { 'foaf:name': texts(name) }, own);
}

/** A dataset or a release with its distributions. Who keeps it is its publisher; where nobody does, the installation is. */
export function datasetResource(
  { base }: DoorContext,
  entry: CatalogueEntry,
  installation: Resource,
): Resource {
  const { theme, custodian, licence } = entry;
  const keeper = custodian?.name
    ? agent(`${base}/collections/organisations/items/${segment(custodian.id)}`, custodian.name)
    : installation;
  return resource(
    ['dcat:Dataset'],
    {
      'dct:title': texts(entry.title),
      'dct:description': texts(entry.description),
      'dct:identifier': [text(entry.id)],
      'dcat:keyword': entry.keywords.flatMap(texts),
      'dcat:theme': theme === null ? [] : themes(base, theme),
      'dct:publisher': [keeper],
      'dcat:contactPoint': [contactPoint(entry)],
      'dct:accessRights': [uri(accessRight(entry.isOpen))],
      'dct:language': languages.map((language) => uri(languageUris[language])),
      'dct:issued': [typed(entry.createdAt, 'xsd:dateTime')],
      'dct:modified': [typed(entry.changedAt, 'xsd:dateTime')],
      'dct:accrualPeriodicity': [entry.updateCycle !== null && uri(frequency(entry.updateCycle))],
      'dct:spatial': [entry.bbox && location(entry.bbox)],
      'dct:temporal': [entry.time && period(entry.time)],
      'dct:provenance': [
        entry.legalBasis && resource(['dct:ProvenanceStatement'], { 'rdfs:label': texts(entry.legalBasis) }),
      ],
      'dct:conformsTo': [entry.geometry !== null && uri('http://www.opengis.net/def/crs/OGC/1.3/CRS84')],
      'dcat:landingPage': [uri(`${datasetUri(base, entry.id)}?f=html`)],
      'dcat:version': [entry.release && text(String(entry.release.position))],
      'dcat:isVersionOf': [entry.release && entry.register !== null && uri(datasetUri(base, entry.register))],
      'dcat:distribution': distributions(base, entry, licence === null ? [] : [uri(licenceUrl(licence))]),
    },
    datasetUri(base, entry.id),
  );
}

function themes(base: string, { id, code }: NonNullable<CatalogueEntry['theme']>): readonly Value[] {
  const own = uri(`${base}/collections/themes/items/${segment(id)}`);
  if (code === null) return [own];
  const european = dataTheme(code);
  return [...(european === undefined ? [] : [uri(european)]), uri(inspireTheme(code)), own];
}

function contactPoint({ contact, custodian, title }: CatalogueEntry): Resource | undefined {
  if (contact === null) return undefined;
  const isMail = contact.includes('@') && !contact.startsWith('http');
  return resource(['vcard:Organization'], {
    'vcard:fn': texts(custodian?.name ?? title),
    ...(isMail ? { 'vcard:hasEmail': [uri(`mailto:${contact}`)] } : { 'vcard:hasURL': [uri(contact)] }),
  });
}

function location([west, south, east, north]: Box): Resource {
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map((position) => position.join(' '));
  return resource(['dct:Location'], {
    'dcat:bbox': [typed(`POLYGON((${ring.join(',')}))`, 'geo:wktLiteral')],
  });
}

/** An end that is open is left out. */
function period({ from, to }: TimeRange): Resource | undefined {
  if (from === null && to === null) return undefined;
  return resource(['dct:PeriodOfTime'], {
    'dcat:startDate': [from !== null && typed(from, 'xsd:dateTime')],
    'dcat:endDate': [to !== null && typed(to, 'xsd:dateTime')],
  });
}

function distributions(base: string, entry: CatalogueEntry, licence: readonly Value[]): readonly Resource[] {
  if (entry.release)
    return entry.release.files.map(({ path, mediaType, bytes }) =>
      resource(['dcat:Distribution'], {
        'dct:title': [text(path.split('/').at(-1)!)],
        'dcat:accessURL': [uri(`${base}${entry.release!.path}`)],
        'dcat:downloadURL': [uri(`${base}${path}`)],
        'dcat:mediaType': [uri(mediaTypeUri(mediaType))],
        'dcat:byteSize': [typed(String(bytes), 'xsd:nonNegativeInteger')],
        'dct:license': licence,
      }),
    );
  const url = `${base}/collections/${segment(entry.id)}`;
  const api = resource(['dcat:Distribution'], {
    'dct:title': [text('OGC API – Features')],
    'dcat:accessURL': [uri(url)],
    'dcat:accessService': [uri(`${base}/#api`)],
    'dct:conformsTo': [uri('http://www.opengis.net/spec/ogcapi-features-1/1.0/req/core')],
    'dcat:mediaType': [uri(mediaTypeUri('application/geo+json'))],
    'dct:format': [uri(fileType('geojson')!)],
    'dct:license': licence,
  });
  const files = formats
    .filter(({ canWrite }) => canWrite)
    .map(({ id, title, mediaTypes }) => {
      const type = fileType(id);
      return resource(['dcat:Distribution'], {
        'dct:title': [text(title)],
        'dcat:accessURL': [uri(url)],
        'dcat:downloadURL': [uri(`${url}/export?f=${id}`)],
        'dcat:mediaType': [uri(mediaTypeUri(mediaTypes[0]!))],
        'dct:format': [type !== undefined && uri(type)],
        'dct:license': licence,
      });
    });
  return [api, ...files];
}
