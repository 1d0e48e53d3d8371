import type { Caller } from '../access/caller.ts';
import type { LocalizedText } from '../i18n/language.ts';
import type { RegisterDeclaration } from '../register/declaration.ts';
import type { Services } from '../services.ts';
import { type CatalogueMoment, catalogueMoment } from './catalogue-moment.ts';
import { type DeclaredRegister, declaredRegisters } from './declared-registers.ts';
import { isOpenLicence } from './licence.ts';
import { type Maturity, maturityOf, type RegisterEvidence } from './maturity.ts';
import { type Names, namesAt, organisationsRegister, recordsAt, themesRegister } from './named-records.ts';
import { type RegisterFacts, registerFacts } from './register-facts.ts';
import type { ReleaseNote } from './release-note.ts';
import { isFresh } from './update-cycle.ts';

/** A name where it is known; an id that nothing stands for is told as such. */
export interface Reference {
  readonly id: string;
  readonly name: LocalizedText | null;
}

export interface ThemeRegister {
  readonly id: string;
  readonly title: LocalizedText;
  readonly records: number;
}

/** A theme with who answers for it, what is published for it and how mature that is. */
export interface BoardTheme {
  readonly id: string;
  readonly code: string | null;
  readonly name: LocalizedText;
  /** Lists that name it: `inspire-i`, `inspire-ii`, `inspire-iii`, `national-2019`. */
  readonly lists: readonly string[];
  readonly custodian: Reference | null;
  readonly custodianBasis: LocalizedText | null;
  readonly note: LocalizedText | null;
  readonly registers: readonly ThemeRegister[];
  /** Nothing with a record is published for it. */
  readonly isMissing: boolean;
  /** Nobody is known to answer for it. */
  readonly isOrphan: boolean;
  readonly maturity: Maturity;
}

/** Why a register is an orphan. */
export type OrphanReason = 'no-theme' | 'unknown-theme' | 'no-steward' | 'unknown-steward';

export interface OrphanRegister extends ThemeRegister {
  readonly reasons: readonly OrphanReason[];
}

export interface ThemeBoard {
  readonly moment: CatalogueMoment;
  readonly themes: readonly BoardTheme[];
  /** Registers whose theme or steward is missing or stands for nothing. */
  readonly orphans: readonly OrphanRegister[];
}

export interface BoardQuestion {
  readonly caller: Caller;
  readonly asOf?: string | number;
  readonly releases?: readonly ReleaseNote[];
}

/**
 * The themes at a moment, as the caller may see what is published for them. It is derived from the log each time, from
 * facts that are remembered until their register changes: publishing moves it at once.
 */
export async function themeBoard(services: Services, question: BoardQuestion): Promise<ThemeBoard> {
  const { caller, asOf, releases = [] } = question;
  const moment = await catalogueMoment(services.database, services.clock, asOf);
  const declared = await declaredRegisters(services, caller, moment);
  const organisations = await namesAt(services, organisationsRegister, caller, moment);
  const themes = await recordsAt(services, themesRegister, caller, moment);
  const facts = new Map<string, RegisterFacts>();
  for (const { register } of declared)
    facts.set(register.id, await registerFacts(services, register, caller, moment));
  const context: Judging = { moment, facts, organisations, released: releasedBy(releases, moment) };
  const known = new Set(themes.map(({ id }) => id));
  return {
    moment,
    themes: themes.map(({ id, properties }) => {
      const own = declared.filter(({ declaration }) => declaration.theme === id);
      return boardTheme(id, properties, own, context);
    }),
    orphans: declared.flatMap((each) => orphan(each, known, context)),
  };
}

interface Judging {
  readonly moment: CatalogueMoment;
  readonly facts: ReadonlyMap<string, RegisterFacts>;
  readonly organisations: Names;
  /** Registers of which a release stood by then. */
  readonly released: ReadonlySet<string>;
}

function boardTheme(
  id: string,
  said: Readonly<Record<string, unknown>>,
  declared: readonly DeclaredRegister[],
  context: Judging,
): BoardTheme {
  const custodian = typeof said.custodian === 'string' ? said.custodian : null;
  const name = custodian === null ? undefined : context.organisations.get(custodian);
  const registers = declared.map((each) => themeRegister(each, context));
  const basis = (said.custodian_basis as LocalizedText | null) ?? null;
  return {
    id,
    code: (said.code as string | null) ?? null,
    name: said.name as LocalizedText,
    lists: (said.list as readonly string[] | null) ?? [],
    custodian: custodian === null ? null : { id: custodian, name: name ?? null },
    custodianBasis: basis,
    note: (said.note as LocalizedText | null) ?? null,
    registers,
    isMissing: !registers.some(({ records }) => records > 0),
    isOrphan: name === undefined,
    maturity: maturityOf({
      hasCustodian: name !== undefined,
      hasCustodianBasis: basis !== null,
      registers: declared.map((each) => evidenceOf(each, context)),
    }),
  };
}

function themeRegister({ declaration }: DeclaredRegister, { facts }: Judging): ThemeRegister {
  const { id, title } = declaration;
  return { id, title, records: facts.get(id)!.count.count };
}

function evidenceOf({ declaration }: DeclaredRegister, context: Judging): RegisterEvidence {
  const { id, steward, legalBasis, licence, updateCycle, access } = declaration;
  const { count, changedAt, sourcedShare, isStatedComplete } = context.facts.get(id)!;
  return {
    records: count.count,
    hasSteward: steward !== undefined && context.organisations.has(steward),
    hasLegalBasis: legalBasis !== undefined,
    describedFields: describedShare(declaration),
    isStatedComplete,
    sourcedShare,
    isFresh: isFresh(updateCycle, changedAt, context.moment.instant),
    hasOpenLicence: isOpenLicence(licence),
    isOpen: (access?.read ?? 'public') === 'public',
    hasRelease: context.released.has(id),
    hasRules: hasRules(declaration),
  };
}

function describedShare({ fields }: RegisterDeclaration): number {
  if (fields.length === 0) return 1;
  const described = fields.filter(
    ({ description, unit, codes, ref, pattern, type }) =>
      description ??
      unit ??
      codes ??
      ref ??
      pattern ??
      (type === 'localized' || type === 'boolean' || type === 'date'),
  );
  return described.length / fields.length;
}

/** Rules beyond the types of fields: conditions, uniqueness, bounds, a lifecycle. */
function hasRules({ fields, rules, lifecycle }: RegisterDeclaration): boolean {
  const isBound = ({ unique, minimum, maximum, pattern }: RegisterDeclaration['fields'][number]) =>
    unique === true || minimum !== undefined || maximum !== undefined || pattern !== undefined;
  return (rules?.length ?? 0) > 0 || lifecycle !== undefined || fields.some(isBound);
}

function orphan(
  each: DeclaredRegister,
  themes: ReadonlySet<string>,
  context: Judging,
): readonly OrphanRegister[] {
  const { theme, steward } = each.declaration;
  const reasons: OrphanReason[] = [];
  if (theme === undefined) reasons.push('no-theme');
  else if (!themes.has(theme)) reasons.push('unknown-theme');
  if (steward === undefined) reasons.push('no-steward');
  else if (!context.organisations.has(steward)) reasons.push('unknown-steward');
  return reasons.length === 0 ? [] : [{ ...themeRegister(each, context), reasons }];
}

function releasedBy(releases: readonly ReleaseNote[], { instant }: CatalogueMoment): ReadonlySet<string> {
  const then = releases.filter(({ releasedAt }) => Date.parse(releasedAt) <= instant);
  return new Set(then.flatMap(({ registers }) => registers));
}
