import type { Field } from '../../register/declaration.ts';
import type { SourceField } from '../source.ts';
import { normalDate, normalTimestamp } from '../time-values.ts';
import { isDate, isTimestamp, TypeInference } from '../type-inference.ts';

/** What a column of text holds, found by looking at its cells: the strictest type that all of them fit. */
const candidates = ['integer', 'number', 'boolean', 'date', 'timestamp', 'array', 'object'] as const;
type Candidate = (typeof candidates)[number];

const wholeForm = /^-?(?:0|[1-9]\d{0,14})$/;
/** Longer than a number is exact: a code, which loses its last digits as anything but text. */
const longWholeForm = /^-?\d{16,}$/;
const numberForm = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$|^-?\.\d+$/;

const fits: Readonly<Record<Candidate, (text: string) => boolean>> = {
  integer: (text) => wholeForm.test(text),
  number: (text) => numberForm.test(text) && !longWholeForm.test(text),
  boolean: (text) => /^(true|false)$/i.test(text),
  date: (text) => /^\d{4}[-/]/.test(text) && text.length === 10 && isDate(normalDate(text)),
  timestamp: (text) => text.includes(':') && isTimestamp(normalTimestamp(text)),
  array: (text) => text.startsWith('[') && isJson(text),
  object: (text) => text.startsWith('{') && isJson(text),
};

export class TextColumn {
  #left: readonly Candidate[] = candidates;
  #isEmpty = true;
  readonly #lists = new TypeInference();

  observe(text: string | null): void {
    if (text === null) return;
    this.#isEmpty = false;
    if (this.#left.length > 0) this.#left = this.#left.filter((candidate) => fits[candidate](text));
    if (this.#left[0] === 'array') this.#lists.observe({ list: JSON.parse(text) as unknown }, null);
  }

  get type(): Field['type'] {
    return this.#isEmpty ? 'string' : (this.#left[0] ?? 'string');
  }

  /** What the members of lists are, where the column holds lists. */
  get items(): SourceField['items'] {
    return this.type === 'array' ? this.#lists.fields()[0]?.items : undefined;
  }
}

/** Value of a cell in its column's type; undefined where the text does not fit. */
export function typedCell(text: string | null, type: Field['type']): unknown {
  if (text === null) return null;
  switch (type) {
    case 'string':
      return text;
    case 'integer':
      return /^[-+]?\d{1,15}$/.test(text.trim()) ? Number(text) : emptyOrMisfit(text);
    case 'number': {
      const value = Number(/^[-+]?\d+,\d+$/.test(text.trim()) ? text.replace(',', '.') : text);
      return text.trim() === '' || !Number.isFinite(value) ? emptyOrMisfit(text) : value;
    }
    case 'boolean':
      if (/^(true|t|1|yes)$/i.test(text)) return true;
      return /^(false|f|0|no)$/i.test(text) ? false : emptyOrMisfit(text);
    case 'date':
      return isDate(normalDate(text)) ? normalDate(text) : emptyOrMisfit(text);
    case 'timestamp':
      return isTimestamp(normalTimestamp(text)) ? normalTimestamp(text) : emptyOrMisfit(text);
    default:
      return isJson(text) ? (JSON.parse(text) as unknown) : emptyOrMisfit(text);
  }
}

function emptyOrMisfit(text: string): null | undefined {
  return text.trim() === '' ? null : undefined;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
