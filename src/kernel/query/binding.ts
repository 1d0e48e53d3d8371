/** How tightly the operators of CQL2 text bind, loosest first. */
export const binding = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, power: 7 } as const;

const infix: Readonly<Record<string, number>> = {
  or: binding.or,
  and: binding.and,
  '=': binding.comparison,
  '<>': binding.comparison,
  '<': binding.comparison,
  '>': binding.comparison,
  '<=': binding.comparison,
  '>=': binding.comparison,
  like: binding.comparison,
  between: binding.comparison,
  in: binding.comparison,
  is: binding.comparison,
  not: binding.comparison,
  '+': binding.sum,
  '-': binding.sum,
  '*': binding.product,
  '/': binding.product,
  '%': binding.product,
  div: binding.product,
  '^': binding.power,
};

/** Tightness of an operator that stands between its operands (`not` as in `NOT LIKE`); 0 for anything else. */
export function infixBinding(word: string): number {
  return Object.hasOwn(infix, word) ? infix[word]! : 0;
}
