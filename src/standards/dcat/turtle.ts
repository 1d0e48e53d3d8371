import { DataFactory, Writer } from 'n3';
import { isResource, type Resource, type Value } from './resource.ts';
import { prefixes } from './vocabularies.ts';

const { namedNode, literal, blankNode, quad } = DataFactory;
const type = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');

/** Resources as Turtle. */
export async function turtle(resources: readonly Resource[]): Promise<string> {
  const writer = new Writer({ prefixes });
  let blanks = 0;
  for (const each of resources) write(each, subjectOf(each));
  return await new Promise((resolve, reject) => {
    writer.end((error, result) => (error ? reject(error) : resolve(result)));
  });

  function subjectOf({ uri }: Resource) {
    return uri === undefined ? blankNode(`b${++blanks}`) : namedNode(uri);
  }

  /** What stands inside of a resource is written after it, so that Turtle keeps its statements together. */
  function write({ types, properties }: Resource, subject: ReturnType<typeof subjectOf>): void {
    for (const each of types) writer.addQuad(quad(subject, type, term(each)));
    const inside: [Resource, ReturnType<typeof subjectOf>][] = [];
    for (const [name, values] of Object.entries(properties))
      for (const each of values) {
        const own = isResource(each) ? subjectOf(each) : undefined;
        if (own && isResource(each)) inside.push([each, own]);
        writer.addQuad(quad(subject, term(name), own ?? objectOf(each as Exclude<Value, Resource>)));
      }
    for (const [each, own] of inside) write(each, own);
  }
}

function term(prefixed: string) {
  const [prefix, name] = prefixed.split(':') as [keyof typeof prefixes, string];
  return namedNode(prefixes[prefix] + name);
}

function objectOf(value: Exclude<Value, Resource>) {
  if ('uri' in value) return namedNode(value.uri);
  if (value.language !== undefined) return literal(value.text, value.language);
  return value.datatype === undefined ? literal(value.text) : literal(value.text, term(value.datatype));
}
