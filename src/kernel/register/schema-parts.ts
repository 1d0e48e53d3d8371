import Type from 'typebox';
import { languages } from '../i18n/language.ts';

/** What the schemas of declarations are put together from. */
export const closed = { additionalProperties: false };

export const oneOf = (...values: (string | null)[]) => Type.Unsafe({ enum: values });

export const text = Type.Object(
  Object.fromEntries(languages.map((language) => [language, Type.String({ minLength: 1, maxLength: 2000 })])),
  closed,
);
