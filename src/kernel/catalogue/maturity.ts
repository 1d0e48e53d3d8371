/** What a theme's maturity is judged by: facts of the theme and of the registers that are published for it. */
export interface ThemeEvidence {
  /** The custodian is named and known. */
  readonly hasCustodian: boolean;
  /** It is said why that custodian answers for the theme. */
  readonly hasCustodianBasis: boolean;
  readonly registers: readonly RegisterEvidence[];
}

export interface RegisterEvidence {
  readonly records: number;
  readonly hasSteward: boolean;
  readonly hasLegalBasis: boolean;
  /** Share of fields whose meaning goes beyond a name: a description, unit, code list, reference or pattern. */
  readonly describedFields: number;
  readonly isStatedComplete: boolean;
  /** Share of records that are real or derived; null where records do not say, which counts as none. */
  readonly sourcedShare: number | null;
  /** Null where no cycle is stated. */
  readonly isFresh: boolean | null;
  readonly hasOpenLicence: boolean;
  readonly isOpen: boolean;
  readonly hasRelease: boolean;
  readonly hasRules: boolean;
}

/** Criteria in the order in which they are told. Weights are points of 100. */
export const criteria = [
  { id: 'published', weight: 15, share: ({ registers }) => Number(registers.length > 0) },
  { id: 'custodian', weight: 15, share: custodianShare },
  { id: 'legal-basis', weight: 10, share: legalBasisShare },
  { id: 'schema', weight: 5, share: mean((register) => register.describedFields) },
  { id: 'rules', weight: 5, share: mean(({ hasRules }) => Number(hasRules)) },
  { id: 'complete', weight: 10, share: mean(({ isStatedComplete }) => Number(isStatedComplete)) },
  { id: 'sources', weight: 10, share: mean(({ sourcedShare }) => sourcedShare ?? 0) },
  { id: 'fresh', weight: 10, share: mean(({ isFresh }) => Number(isFresh === true)) },
  { id: 'licence', weight: 10, share: mean(({ hasOpenLicence }) => Number(hasOpenLicence)) },
  { id: 'open', weight: 5, share: mean(({ isOpen }) => Number(isOpen)) },
  { id: 'release', weight: 5, share: mean(({ hasRelease }) => Number(hasRelease)) },
] as const satisfies readonly Criterion[];

interface Criterion {
  readonly id: string;
  readonly weight: number;
  /** How far it is met, from 0 to 1. */
  readonly share: (evidence: ThemeEvidence) => number;
}

export type CriterionId = (typeof criteria)[number]['id'];

export interface CriterionScore {
  readonly id: CriterionId;
  readonly weight: number;
  readonly share: number;
  /** `weight` × `share`. */
  readonly points: number;
}

export interface Maturity {
  /** From 0 to 100, rounded to one decimal. */
  readonly score: number;
  readonly criteria: readonly CriterionScore[];
}

/** The maturity of a theme: each criterion met to a share, each share worth its points. Registers without a record do not count. */
export function maturityOf(evidence: ThemeEvidence): Maturity {
  const published = { ...evidence, registers: evidence.registers.filter(({ records }) => records > 0) };
  const scores = criteria.map(({ id, weight, share }): CriterionScore => {
    const met = Math.min(1, Math.max(0, share(published)));
    return { id, weight, share: rounded(met, 4), points: rounded(weight * met, 2) };
  });
  const score = rounded(
    scores.reduce((sum, { points }) => sum + points, 0),
    1,
  );
  return { score, criteria: scores };
}

/** Registers that name their steward make up for half of a theme without custodian. */
function custodianShare({ hasCustodian, registers }: ThemeEvidence): number {
  if (hasCustodian) return 1;
  return mean(({ hasSteward }) => Number(hasSteward))({ registers }) / 2;
}

/** Why the custodian answers for the theme is half; that the registers say what they are kept by is the other half. */
function legalBasisShare({ hasCustodianBasis, registers }: ThemeEvidence): number {
  const ofRegisters = mean(({ hasLegalBasis }) => Number(hasLegalBasis))({ registers });
  return (Number(hasCustodianBasis) + ofRegisters) / 2;
}

function mean(
  of: (register: RegisterEvidence) => number,
): (evidence: Pick<ThemeEvidence, 'registers'>) => number {
  return ({ registers }) =>
    registers.length === 0
      ? 0
      : registers.reduce((sum, register) => sum + of(register), 0) / registers.length;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
