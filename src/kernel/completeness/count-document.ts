import type { Language } from '../i18n/language.ts';
import { message } from '../i18n/message.ts';
import { textIn } from '../i18n/text-in.ts';
import { formatInstant } from '../log/instant.ts';
import type { GroupKey } from '../query/group-key.ts';
import type { Question } from '../query/question.ts';
import { countSentence } from './count-sentence.ts';
import type { RecordTitles } from './record-titles.ts';
import { type Statement, statementsRegister } from './statement.ts';
import type { CountAnswer } from './take-count.ts';

export interface CountWording {
  readonly language: Language;
  readonly asked: Pick<Question, 'asOf' | 'filter' | 'bbox'>;
  /** Address of a record. */
  readonly address: (register: string, record: string) => string;
}

/** A count as JSON: what HTTP answers and what the command line prints. */
export interface CountDocument {
  readonly register: string;
  /** The answer in words. */
  readonly sentence: string;
  /** Records that held for certain. */
  readonly count: number;
  /** Records that may have held: nobody has said since when. */
  readonly undated: number;
  /** Records without a place, where a box was asked about. */
  readonly unplaced: number;
  readonly atLeast: number;
  readonly atMost: number;
  readonly isExact: boolean;
  readonly isComplete: boolean;
  /** True where nobody answers for it that these are all. */
  readonly unknown?: true;
  /** Why: `none`, `period`, `area`, `withheld`, `many`. */
  readonly reason?: string;
  readonly datetime: { readonly from: string | null; readonly to: string | null };
  readonly position: number;
  readonly statements: readonly StatementDocument[];
  readonly groups?: readonly GroupDocument[];
  readonly numberOfGroups?: number;
}

export interface StatementDocument {
  readonly id: string;
  readonly custodian: { readonly id: string; readonly title: string };
  readonly basis: string;
  readonly evidence: readonly { readonly id: string; readonly title: string; readonly href: string }[];
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly isEverywhere: boolean;
  readonly source: string | null;
  readonly label: string | null;
  readonly href: string;
}

export interface GroupDocument {
  /** Values by key. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** The same as a person reads them. */
  readonly titles: Readonly<Record<string, string>>;
  readonly count: number;
  readonly undated: number;
}

export function countDocument(answer: CountAnswer, wording: CountWording): CountDocument {
  const { register, moment, count, undated, unplaced, isExact, isComplete, gap, statements } = answer;
  const reason = gap ?? (isExact ? undefined : 'many');
  return {
    register: register.id,
    sentence: countSentence(wording.language, answer, wording.asked),
    count,
    undated,
    unplaced,
    atLeast: count,
    atMost: count + undated + unplaced,
    isExact,
    isComplete,
    ...(isComplete ? {} : { unknown: true as const, ...(reason ? { reason } : {}) }),
    datetime: { from: formatInstant(moment.from), to: formatInstant(moment.to) },
    position: moment.position,
    statements: statements.map((statement) => statementDocument(statement, answer, wording)),
    ...groupsDocument(answer, wording),
  };
}

function statementDocument(
  statement: Statement,
  { custodians, documents }: CountAnswer,
  { language, address }: CountWording,
): StatementDocument {
  const { id, custodian, basis, evidence, from, to, area, source, label } = statement;
  return {
    id,
    custodian: { id: custodian, title: titleIn(language, custodians, custodian) },
    basis: textIn(language, basis) ?? '',
    evidence: evidence.map((document) => ({
      id: document,
      title: titleIn(language, documents, document),
      href: address('documents', document),
    })),
    period: { from: formatInstant(from), to: formatInstant(to) },
    isEverywhere: area === null,
    source,
    label,
    href: address(statementsRegister, id),
  };
}

function groupsDocument(
  { groups }: CountAnswer,
  { language }: CountWording,
): Pick<CountDocument, 'groups' | 'numberOfGroups'> {
  if (!groups) return {};
  const { keys, titles } = groups;
  return {
    numberOfGroups: groups.numberOfGroups,
    groups: groups.groups.map(({ values, count, undated }) => ({
      values: Object.fromEntries(keys.map(({ name }, index) => [name, values[index] ?? null])),
      titles: Object.fromEntries(
        keys.map((key, index) => [key.name, valueTitle(language, key, values[index] ?? null, titles)]),
      ),
      count,
      undated,
    })),
  };
}

function valueTitle(
  language: Language,
  { name, field }: GroupKey,
  value: string | number | boolean | null,
  titles: ReadonlyMap<string, RecordTitles>,
): string {
  if (value === null) return message(language, 'count.no-value');
  if (typeof value === 'boolean') return message(language, value ? 'page.yes' : 'page.no');
  const code = field.codes?.find((each) => each.value === value);
  if (code) return textIn(language, code.title) ?? code.value;
  return titleIn(language, titles.get(name) ?? new Map(), String(value));
}

function titleIn(language: Language, titles: RecordTitles, id: string): string {
  const title = titles.get(id);
  return (typeof title === 'string' ? title : textIn(language, title)) ?? id;
}
