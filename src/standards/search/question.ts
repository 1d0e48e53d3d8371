import type { View } from '../../kernel/access/narrow.ts';
import type { Cql2Expression } from '../../kernel/query/tree.ts';
import type { Field } from '../../kernel/register/declaration.ts';
import type { Register } from '../../kernel/register/register.ts';

/** Fields that words are looked for in: texts that are nobody's code or reference, the title first. */
export function searchedFields(register: Register, view: View): readonly Field[] {
  return view.fields
    .filter(({ type, codes, ref }) => (type === 'string' || type === 'localized') && !codes && !ref)
    .sort((a, b) => Number(b.name === register.titleField) - Number(a.name === register.titleField));
}

/** Every word stands in one of the fields, whatever its case and accents. Undefined where there is no field. */
export function searchFilter(words: readonly string[], fields: readonly Field[]): Cql2Expression | undefined {
  if (fields.length === 0) return undefined;
  const folded = (text: Cql2Expression) => ({ op: 'casei', args: [{ op: 'accenti', args: [text] }] });
  const contains = (word: string) =>
    any(
      fields.map(({ name }) => ({
        op: 'like',
        args: [folded({ property: name }), folded(`%${escapeLike(word)}%`)],
      })),
    );
  const each = words.map(contains);
  return each.length === 1 ? each[0] : { op: 'and', args: each };
}

function any(conditions: readonly Cql2Expression[]): Cql2Expression {
  return conditions.length === 1 ? conditions[0]! : { op: 'or', args: conditions };
}

/** `%` and `_` stand for themselves here (OGC 21-065r2, 7.1: the escape character is the backslash). */
function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, (character) => `\\${character}`);
}
