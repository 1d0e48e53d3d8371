import type { CatalogueEntry } from '../../kernel/catalogue/catalogue-entry.ts';
import type { DoorContext } from '../../kernel/http/contribution.ts';
import { type LocalizedText, languages } from '../../kernel/i18n/language.ts';
import { message } from '../../kernel/i18n/message.ts';
import { agent, datasetResource, datasetUri } from './dataset-resource.ts';
import { type Resource, resource, text, texts, typed, uri } from './resource.ts';
import { dataThemeScheme, languageUris } from './vocabularies.ts';

/** The catalogue with its datasets, their distributions and the service that serves them, after DCAT-AP 3.0. */
export function catalogueResources(
  door: DoorContext,
  entries: readonly CatalogueEntry[],
): readonly Resource[] {
  const { base, settings } = door;
  const publisher = agent(`${base}/#publisher`, settings.title);
  const datasets = entries.map((entry) => datasetResource(door, entry, publisher));
  const changes = entries.map(({ changedAt }) => changedAt).sort();
  const catalogue = resource(
    ['dcat:Catalog'],
    {
      'dct:title': texts(inEvery('catalogue.title')),
      'dct:description': texts(inEvery('catalogue.about')),
      'dct:publisher': [publisher],
      'dct:language': languages.map((language) => uri(languageUris[language])),
      'dct:issued': [
        changes.length > 0 && typed(entries.map(({ createdAt }) => createdAt).sort()[0]!, 'xsd:dateTime'),
      ],
      'dct:modified': [changes.length > 0 && typed(changes.at(-1)!, 'xsd:dateTime')],
      'foaf:homepage': [uri(`${base}/catalogue`)],
      'dcat:themeTaxonomy': [uri(dataThemeScheme), uri('http://inspire.ec.europa.eu/theme')],
      'dcat:dataset': entries.map((entry) => uri(datasetUri(base, entry.id))),
      'dcat:service': [uri(`${base}/#api`)],
    },
    `${base}/collections/catalogue`,
  );
  return [catalogue, service(door, entries), ...datasets];
}

function service({ base, settings }: DoorContext, entries: readonly CatalogueEntry[]): Resource {
  return resource(
    ['dcat:DataService'],
    {
      'dct:title': texts(settings.title),
      'dct:description': texts(settings.description),
      'dcat:endpointURL': [uri(`${base}/`)],
      'dcat:endpointDescription': [uri(`${base}/api`)],
      'dct:conformsTo': [
        uri('http://www.opengis.net/spec/ogcapi-features-1/1.0/req/core'),
        uri('http://www.opengis.net/spec/ogcapi-records-1/1.0/req/searchable-catalog'),
      ],
      'dcat:servesDataset': entries
        .filter(({ type }) => type === 'dataset')
        .map(({ id }) => uri(datasetUri(base, id))),
      'dct:identifier': [text(`${base}/`)],
    },
    `${base}/#api`,
  );
}

function inEvery(key: Parameters<typeof message>[1]): LocalizedText {
  return Object.fromEntries(languages.map((language) => [language, message(language, key)])) as LocalizedText;
}
