import type { View } from '../../access/narrow.ts';
import type { Language } from '../../i18n/language.ts';
import { textIn } from '../../i18n/text-in.ts';
import type { Register } from '../../register/register.ts';
import { colourField } from '../layer-fields.ts';
import type { Colours } from './colours.ts';

/** What a colour of the map says, in one language. */
export interface LegendEntry {
  /** Code; null for everything without one. */
  readonly value: string | null;
  readonly title: string;
  readonly colour: string;
}

export interface Legend {
  /** Field whose codes are coloured; undefined where the whole register has one colour. */
  readonly field?: string;
  readonly title: string;
  readonly entries: readonly LegendEntry[];
}

export function legendOf(register: Register, view: View, colours: Colours, language: Language): Legend {
  const field = colourField(register, view);
  const whole = textIn(language, register.title)!;
  if (!field) return { title: whole, entries: [{ value: null, title: whole, colour: colours.plain }] };
  return {
    field: field.name,
    title: textIn(language, field.title)!,
    entries: field.codes!.map(({ value, title }, index) => ({
      value,
      title: textIn(language, title)!,
      colour: colours.codes[index % colours.codes.length]!,
    })),
  };
}
