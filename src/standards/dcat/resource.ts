import type { LocalizedText } from '../../kernel/i18n/language.ts';

/** A value of a property: a text with its language, a typed value, or another resource. */
export type Value =
  | { readonly text: string; readonly language?: string; readonly datatype?: string }
  | { readonly uri: string }
  | Resource;

/** A resource with its properties by prefixed name; both serialisations are made of these, so that they say the same. */
export interface Resource {
  /** Absolute URI; without one it is a blank node inside of another. */
  readonly uri?: string;
  readonly types: readonly string[];
  readonly properties: Readonly<Record<string, readonly Value[]>>;
}

export const uri = (value: string): Value => ({ uri: value });
export const text = (value: string): Value => ({ text: value });
export const typed = (value: string, datatype: string): Value => ({ text: value, datatype });

/** A text once for each language that it has. */
export function texts(value: LocalizedText | null | undefined): readonly Value[] {
  return Object.entries(value ?? {}).map(([language, each]) => ({ text: each as string, language }));
}

/** Properties without a value are left out. */
export function resource(
  types: readonly string[],
  properties: Readonly<Record<string, readonly (Value | undefined | false | null)[] | undefined>>,
  own?: string,
): Resource {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const present = (values ?? []).filter((value): value is Value => Boolean(value));
    return present.length === 0 ? [] : [[name, present] as const];
  });
  return { ...(own === undefined ? {} : { uri: own }), types, properties: Object.fromEntries(kept) };
}

export function isResource(value: Value): value is Resource {
  return 'types' in value;
}
