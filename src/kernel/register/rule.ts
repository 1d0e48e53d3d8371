import type { LocalizedText } from '../i18n/language.ts';

interface Named {
  /** Names the rule in refusals and in documentation; unique in its register. */
  readonly id: string;
  /** Replaces the sentence that the kind of rule has of itself. */
  readonly sentence?: LocalizedText;
}

/** How much two shapes may miss one another before it counts. */
export interface Tolerance {
  /** Metres; what is nowhere wider than this is let pass. 0.01 where it is not given. */
  readonly toleranceM?: number;
  /** Square metres; what is smaller is let pass. */
  readonly toleranceM2?: number;
}

/**
 * A condition in CQL2 Text that every record must meet. `district.kind` asks the record that the field `district` refers
 * to, at every moment at which both hold.
 */
export interface ConditionRule {
  readonly kind?: 'condition';
  readonly id: string;
  readonly holds: string;
  readonly sentence: LocalizedText;
}

/** No two records have the same values in all of these fields at the same time. */
export interface UniqueRule extends Named {
  readonly kind: 'unique';
  readonly fields: readonly string[];
}

/** The record that a field refers to must itself hold for as long as the record that refers to it. */
export interface ReferenceRule extends Named {
  readonly kind: 'reference';
  readonly field: string;
}

/** The geometry lies inside the record of another register that `by` refers to, or inside all of its records together. */
export interface WithinRule extends Named, Pick<Tolerance, 'toleranceM'> {
  readonly kind: 'within';
  readonly register: string;
  readonly by?: string;
}

/** Areas of the register do not overlap at any moment; with `partition`, those that have the same values there. */
export interface NoOverlapRule extends Named, Tolerance {
  readonly kind: 'no-overlap';
  readonly partition?: readonly string[];
}

/** The records that refer to the same parent cover it without a gap, wherever there is any of them. */
export interface NoGapRule extends Named, Tolerance {
  readonly kind: 'no-gap';
  /** Field that refers to the parent. */
  readonly parent: string;
}

/** What a register asks of its records beyond their fields, each for the time in which they hold. */
export type Rule = ConditionRule | UniqueRule | ReferenceRule | WithinRule | NoOverlapRule | NoGapRule;

export type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { kind?: Kind }>;

/** Predecessors and successors: what splitting and merging keep. */
export interface Lineage {
  /** Square metres by which successors may miss the area of their predecessors; 1 where it is not given. */
  readonly toleranceM2?: number;
}

/** Name of the field that a register with lineage has for it. */
export const predecessorsField = 'predecessors';

export const defaultToleranceM = 0.01;
export const defaultLineageToleranceM2 = 1;

/** The conditions among a register's rules. */
export function conditionsOf({ rules = [] }: { readonly rules?: readonly Rule[] }): readonly ConditionRule[] {
  return rules.filter((rule): rule is ConditionRule => 'holds' in rule);
}

/** The rules of one kind, with where they stand in the declaration. */
export function rulesOf<Kind extends Exclude<Rule['kind'], undefined | 'condition'>>(
  { rules = [] }: { readonly rules?: readonly Rule[] },
  kind: Kind,
): readonly RuleOf<Kind>[] {
  return rules.filter((rule): rule is RuleOf<Kind> => rule.kind === kind);
}
