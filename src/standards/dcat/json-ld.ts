import { isResource, type Resource, type Value } from './resource.ts';
import { prefixes } from './vocabularies.ts';

/** Resources as JSON-LD 1.1, with names in the prefixed form that the context spells out. */
export function jsonLd(resources: readonly Resource[]): object {
  return { '@context': prefixes, '@graph': resources.map(node) };
}

function node({ uri, types, properties }: Resource): object {
  const members = Object.entries(properties).map(([name, values]) => [name, values.map(value)]);
  return { ...(uri === undefined ? {} : { '@id': uri }), '@type': types, ...Object.fromEntries(members) };
}

function value(each: Value): object {
  if (isResource(each)) return node(each);
  if ('uri' in each) return { '@id': each.uri };
  const { text, language, datatype } = each;
  return {
    '@value': text,
    ...(language === undefined ? {} : { '@language': language }),
    ...(datatype === undefined ? {} : { '@type': datatype }),
  };
}
