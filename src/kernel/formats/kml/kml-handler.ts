import type { SourceField } from '../source.ts';
import type { XmlHandler } from '../xml/xml-parser.ts';
import { childOf, type KmlNode } from './kml-geometry.ts';

/** A placemark and the folder in which it lies. */
export interface Placemark {
  readonly layer: string;
  readonly node: KmlNode;
}

const simpleTypes: Readonly<Record<string, SourceField['type']>> = {
  int: 'integer',
  uint: 'integer',
  short: 'integer',
  ushort: 'integer',
  float: 'number',
  double: 'number',
  bool: 'boolean',
};

/** Gathers placemarks by folder, and the schemas that give their extended data types. */
export class KmlHandler implements XmlHandler {
  readonly schemas = new Map<string, SourceField[]>();
  placemarks: Placemark[] = [];
  count = 0;
  readonly #fallback: string;
  /** Names of the documents and folders around; an empty one has not been named yet. */
  readonly #folders: string[] = [];
  readonly #stack: KmlNode[] = [];
  #schema: SourceField[] | undefined;
  #isFolderName = false;
  #path: string[] = [];

  constructor(fallback: string) {
    this.#fallback = fallback;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#stack.length > 0 || name === 'Placemark') {
      const node: KmlNode = { name, attributes, children: [], text: '' };
      this.#stack.at(-1)?.children.push(node);
      this.#stack.push(node);
      return;
    }
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (name === 'Folder' || name === 'Document') this.#folders.push('');
    else if (name === 'name') this.#isFolderName = parent === 'Folder' || parent === 'Document';
    else if (name === 'Schema') this.#startSchema(attributes);
    else if (name === 'SimpleField' && attributes.name) {
      this.#schema?.push({ name: attributes.name, type: simpleTypes[attributes.type ?? ''] ?? 'string' });
    }
  }

  text(text: string): void {
    const node = this.#stack.at(-1);
    if (node) node.text += text;
    else if (this.#isFolderName) this.#folders[this.#folders.length - 1] += text;
  }

  close(name: string): void {
    const node = this.#stack.pop();
    if (node) {
      if (this.#stack.length > 0) return;
      this.count++;
      this.placemarks.push({ layer: this.#folders.at(-1)?.trim() || this.#fallback, node });
      return;
    }
    this.#path.pop();
    if (name === 'name') this.#isFolderName = false;
    else if (name === 'Folder' || name === 'Document') this.#folders.pop();
    else if (name === 'Schema') this.#schema = undefined;
  }

  #startSchema(attributes: Readonly<Record<string, string>>): void {
    this.#schema = [];
    for (const key of [attributes.id, attributes.name]) if (key) this.schemas.set(key, this.#schema);
  }
}

/** Texts of a placemark by name: extended data, then its own name and description where those are not taken. */
export function placemarkTexts(
  node: KmlNode,
  schemas: KmlHandler['schemas'],
): Map<string, [string, SourceField['type']]> {
  const texts = new Map<string, [string, SourceField['type']]>();
  for (const data of childOf(node, 'ExtendedData')?.children ?? []) {
    if (data.name === 'Data' && data.attributes.name) {
      texts.set(data.attributes.name, [childOf(data, 'value')?.text ?? '', 'string']);
    } else if (data.name === 'SchemaData') {
      const schema = schemas.get((data.attributes.schemaUrl ?? '').replace(/^.*#/, ''));
      for (const simple of data.children) {
        const name = simple.attributes.name;
        const type = schema?.find((field) => field.name === name)?.type ?? 'string';
        if (name) texts.set(name, [simple.text, type]);
      }
    }
  }
  for (const [element, property] of [
    ['name', 'Name'],
    ['description', 'description'],
  ] as const) {
    const own = childOf(node, element);
    if (own && !texts.has(property)) texts.set(property, [own.text.trim(), 'string']);
  }
  return texts;
}
