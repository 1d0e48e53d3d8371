import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { parseText } from '../query/parse-text.ts';
import { type Lookup, propertiesIn, referenceIn } from './across-scope.ts';
import type { Field } from './declaration.ts';
import type { Register } from './register.ts';
import {
  defaultLineageToleranceM2,
  defaultToleranceM,
  type Rule,
  type RuleOf,
  type Tolerance,
} from './rule.ts';

/** A rule as a person reads it and as a program does. */
export interface RuleDescription {
  readonly id: string;
  readonly kind: NonNullable<Rule['kind']> | 'lineage';
  readonly sentence: string;
  /** What the declaration says of it. */
  readonly rule: object;
}

/**
 * Every rule of a register, its lineage included, in words: its own sentence where it has one. A rule that speaks of a field or
 * a register that the reader may not know of is left out; `lookup` and `fields` say what they may.
 */
export function describeRules(
  register: Register,
  language: Language,
  lookup: Lookup,
  fields: readonly Field[] = register.fields,
): readonly RuleDescription[] {
  const { rules = [], lineage } = register;
  const seen = new Set(fields.map(({ name }) => name));
  const isVisible = (rule: Rule) =>
    (rule.kind !== 'within' || lookup(rule.register) !== undefined) &&
    fieldsAsked(register, rule).every((name) => seen.has(name));
  const described = rules.filter(isVisible).map((rule): RuleDescription => {
    const { id, kind = 'condition', sentence, ...rest } = rule;
    return {
      id,
      kind,
      sentence: sentence?.[language] ?? ownWords(register, rule, language, lookup),
      rule: rest,
    };
  });
  if (lineage === undefined) return described;
  const { toleranceM2 = defaultLineageToleranceM2 } = lineage;
  const sentence = message(language, 'rule.lineage', { tolerance: toleranceText({ toleranceM2 }, language) });
  return [...described, { id: 'lineage', kind: 'lineage', sentence, rule: { toleranceM2 } }];
}

/** Own fields that a rule speaks of. */
function fieldsAsked(register: Register, rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'unique':
      return rule.fields;
    case 'reference':
      return [rule.field];
    case 'within':
      return rule.by === undefined ? [] : [rule.by];
    case 'no-overlap':
      return rule.partition ?? [];
    case 'no-gap':
      return [rule.parent];
    default: {
      const own = new Set(register.fields.map(({ name }) => name));
      const names = propertiesIn(parseText(rule.holds));
      return names.flatMap((name) =>
        own.has(name) ? name : (referenceIn(register, name)?.field.name ?? []),
      );
    }
  }
}

function ownWords(register: Register, rule: Rule, language: Language, lookup: Lookup): string {
  const title = (name: string) =>
    register.fields.find((field) => field.name === name)?.title[language] ?? name;
  const titles = (names: readonly string[] = []) => names.map((name) => `“${title(name)}”`).join(', ');
  switch (rule.kind) {
    case 'unique':
      return message(language, 'rule.unique', { fields: titles(rule.fields) });
    case 'reference':
      return message(language, 'rule.reference', { field: title(rule.field) });
    case 'within':
      return message(language, 'rule.within', within(rule, title, lookup, language));
    case 'no-overlap':
      return message(language, 'rule.no-overlap', {
        by: rule.partition === undefined ? 'none' : 'fields',
        fields: titles(rule.partition),
        tolerance: toleranceText(rule, language),
      });
    case 'no-gap':
      return message(language, 'rule.no-gap', {
        field: titles([rule.parent]),
        tolerance: toleranceText(rule, language),
      });
    default:
      return rule.holds;
  }
}

function within(
  { register: id, by, toleranceM = defaultToleranceM }: RuleOf<'within'>,
  title: (name: string) => string,
  lookup: Lookup,
  language: Language,
) {
  return {
    by: by === undefined ? 'none' : 'field',
    field: by === undefined ? '' : title(by),
    register: lookup(id)?.title[language] ?? id,
    tolerance: toleranceM,
  };
}

/** The width and the area that are let pass, in the numerals of the language. */
function toleranceText(
  { toleranceM = defaultToleranceM, toleranceM2 = 0 }: Tolerance,
  language: Language,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return toleranceM2 > 0 ? `${number.format(toleranceM2)} m²` : `${number.format(toleranceM)} m`;
}
