import type { SourceLayer } from '../formats/source.ts';
import { type LocalizedText, languages } from '../i18n/language.ts';
import type { Field, RegisterDeclaration } from '../register/declaration.ts';

/** Id that a layer's register gets: lower case, with `-` for every character outside of a-z, 0-9, `_` and `-`. */
export function registerIdOf(layer: string): string {
  return (
    [...layer.toLowerCase()]
      .map((c) => (/[a-z0-9_-]/.test(c) ? c : '-'))
      .join('')
      .slice(0, 100) || 'layer'
  );
}

const everywhere = (text: string) =>
  Object.fromEntries(languages.map((language) => [language, text])) as LocalizedText;

/** The register that holds a layer as it is: its fields with their case and types, named in every language alike. */
export function deriveRegister(
  layer: SourceLayer,
  map: Readonly<Record<string, string>>,
  fileName: string,
): RegisterDeclaration {
  const kept = layer.fields.filter(({ name }) => map[name] !== '');
  const fields = kept.map(({ name, type, items }): Field => {
    const mapped = map[name] ?? name;
    return { name: mapped, type, ...(items ? { items } : {}), title: everywhere(mapped) };
  });
  const titleField = fields.find(
    ({ name, type }) => /^(name|title|ad|ad[ıi]|nam[ae])$/i.test(name) && type === 'string',
  );
  return {
    id: registerIdOf(layer.name),
    title: everywhere(layer.name),
    description: everywhere(`${layer.name} (${fileName})`),
    geometry: layer.geometry,
    fields,
    provenance: false,
    ...(titleField ? { titleField: titleField.name } : {}),
  };
}
